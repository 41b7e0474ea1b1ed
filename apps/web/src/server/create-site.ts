import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { readEnvironment } from "~/environment";
import { isPrivatePath } from "~/features/search-engines/private-paths";
import { sharedPageHeader } from "~/shared-page-header";
import { sendBusyPage } from "./busy-page";
import { makeNonce, writeNoncePolicy } from "./content-policy";
import { appendForwardedFor } from "./forwarded-for";
import { hideHeader, isHost } from "./http-headers";
import { isRouterRequest, kindOf, leavesDocument } from "./leaves-document";
import { createPageCache, type PageCache, UnsharedError } from "./page-cache";
import { findPageLanguage } from "./page-language";
import { findPublicPage } from "./public-pages";
import { toReadableAddress } from "./readable-address";
import { type Handle, renderPage } from "./render-page";
import { createRenderQueue, QueueFullError, type RenderQueue } from "./render-queue";
import { sendShared } from "./send-shared";
import { whenWritten } from "./when-written";

/** Files of the build and the API: nothing of these is rendered, not even where there is none of that name. */
const files = /^\/(_next\/static\/|api\/.|icon\.svg$)/;
/** Also what the development server and its pages ask one another. */
const filesInDevelopment = /^\/(_next\/|__next|api\/.|icon\.svg$)/;

/**
 * The site's own server in front of Next: it keeps public pages, writes every policy, and lets few pages be rendered at once.
 * In development nothing is kept, so that a change shows.
 */
export function createSite(next: Handle): RequestListener {
  const { isDevelopment, publicOrigin } = readEnvironment();
  const { host, protocol } = new URL(publicOrigin);
  const named = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
  const passedOn = isDevelopment ? filesInDevelopment : files;
  const queue = createRenderQueue();
  const renderPrivately = createPrivateRender(next, queue, isDevelopment);
  const answerShared = createSharedAnswer(
    createPageCache({
      render: (path, headers) =>
        queue.run(() => renderPage(next, path, { ...named, ...headers, [sharedPageHeader]: "1" })),
    }),
  );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    prepare(request, response);
    // Nobody would hear the answer, and nobody be charged for it.
    if (request.headers["x-forwarded-for"] === undefined) return void response.destroy();
    const address = readAddress(request);
    if (address === null) return refuse(response, 400, "This request can’t be read.");
    if (passedOn.test(address.pathname)) return next(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return refuse(response, 405, "A page can only be read.");
    }
    Object.assign(request.headers, named);
    if (isRouterRequest(request)) {
      if (leavesDocument(request, address.pathname)) return askForDocument(response);
    } else if (!isDevelopment && (await answerShared(request, response, address))) return;
    await renderPrivately(request, response, address.pathname);
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      if (error instanceof QueueFullError) return sendBusyPage(request, response);
      process.stderr.write(`A page failed: ${error instanceof Error ? error.stack : String(error)}\n`);
      refuse(response, 500, "This page can’t be shown right now. Please try again in a moment.");
    });
  };
}

/** Resolves to whether the address is that of a page for everyone. What only some may see is not found by everyone. */
function createSharedAnswer(cache: PageCache) {
  return async (request: IncomingMessage, response: ServerResponse, address: URL): Promise<boolean> => {
    const path = findPublicPage(address);
    if (path === null) return false;
    try {
      const page = await cache.get(path, findPageLanguage(request.headers["accept-language"] ?? ""));
      if (page.status === 404 && request.headers.cookie !== undefined) return false;
      sendShared(request, response, page, page.status === 200);
    } catch (error) {
      if (!(error instanceof UnsharedError)) throw error;
      sendShared(request, response, error.page, false);
    }
    return true;
  };
}

/** Renders for one visitor, under a policy with a nonce of its own. */
function createPrivateRender(next: Handle, queue: RenderQueue, isDevelopment: boolean) {
  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    const policy = writeNoncePolicy(makeNonce(), kindOf(pathname), isDevelopment);
    request.headers["content-security-policy"] = policy;
    await queue.run(async () => {
      if (response.destroyed) return;
      response.setHeader("content-security-policy", policy);
      if (isPrivatePath(pathname)) response.setHeader("x-robots-tag", "noindex");
      const written = whenWritten(response);
      await Promise.race([next(request, response), written]);
    });
  };
}

/** What Next's router takes for no part of a page, so that the browser opens the address itself. */
function askForDocument(response: ServerResponse): void {
  response.writeHead(204, { "cache-control": "no-store" }).end();
}

/** What holds for every request and every answer. */
function prepare(request: IncomingMessage, response: ServerResponse): void {
  appendForwardedFor(request);
  delete request.headers[sharedPageHeader];
  if (!isHost(request.headers["x-forwarded-host"])) delete request.headers["x-forwarded-host"];
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  // Where the API is within our network is nobody's business.
  hideHeader(response, "x-middleware-rewrite");
}

/**
 * The address asked for; null for what is none of ours, such as that of another server, or `*`. A URL takes a backslash for a
 * slash, nginx does not, so that a page would hide in a folder of files; browsers send none.
 */
function readAddress(request: IncomingMessage): URL | null {
  if (!request.url || !/^\/[^\\?]*(\?|$)/.test(request.url) || !isHost(request.headers.host)) return null;
  request.url = toReadableAddress(request.url);
  // Next takes several slashes for one; a URL would take them for the beginning of a host.
  const path = request.url.replace(/^\/+/, "/");
  return URL.canParse(path, "http://site") ? new URL(path, "http://site") : null;
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(`${sentence}\n`);
}
