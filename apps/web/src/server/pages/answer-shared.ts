import type { IncomingMessage, ServerResponse } from "node:http";
import { createPageCache, UnsharedError } from "./page-cache";
import { findPageLanguage } from "./page-language";
import { findPublicPage } from "./public-pages";
import { createAllowance } from "./render-allowance";
import type { RenderedPage } from "./render-page";
import { createRenderQueue } from "./render-queue";
import { sendShared } from "./send-shared";

type PageRequest = { request: IncomingMessage; response: ServerResponse; address: URL; visitor: string };

type Render = (path: string, headers: Record<string, string>) => Promise<RenderedPage>;

const megabyte = 1024 * 1024;

/**
 * Answers with pages that everyone sees alike, and resolves to whether the address is one's. What only some may see is not
 * found by everyone. An address causes at most `perSecond` renders.
 */
export function createSharedAnswer(perSecond: number, render: Render) {
  const queue = createRenderQueue({ atOnce: 3 });
  const allowance = createAllowance({ perSecond });
  const keep = (maxBytes: number) =>
    createPageCache({
      maxBytes,
      join: queue.join,
      async render(path, headers, visitor, name) {
        // The whole list is one page, which somebody is always the first to ask for.
        if (path !== "/") allowance.take(visitor);
        return queue.run(visitor, () => render(path, headers), name);
      },
    });
  // There are as many lists as there are words to search for: they push one another out, and no event.
  const [usual, filtered] = [keep(48 * megabyte), keep(16 * megabyte)];

  return async ({ request, response, address, visitor }: PageRequest): Promise<boolean> => {
    const path = findPublicPage(address);
    if (path === null) return false;
    const isSomeones = (status: number) => status === 404 && request.headers.cookie !== undefined;
    try {
      const cache = path.includes("?") ? filtered : usual;
      const page = await cache.get(path, findPageLanguage(request.headers["accept-language"] ?? ""), visitor);
      if (isSomeones(page.status)) return false;
      sendShared(request, response, page, page.status === 200);
    } catch (error) {
      if (!(error instanceof UnsharedError)) throw error;
      if (isSomeones(error.page.status)) return false;
      sendShared(request, response, error.page, false);
    }
    return true;
  };
}
