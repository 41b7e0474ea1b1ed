import type { IncomingMessage, ServerResponse } from "node:http";
import { freshMs, type SharedPage, staleMs } from "./page-cache";

const varying = ["Accept-Language", "Accept-Encoding"];

/**
 * Sends a page that others get as well. `isPublic` says whether whoever stands between may keep it too: not one that is not
 * found, which may be there for whoever signs in. The time at which it is sent tells the browser's clock how old the page is.
 */
export function sendShared(
  request: IncomingMessage,
  response: ServerResponse,
  page: SharedPage,
  isPublic: boolean,
): void {
  const compressed = acceptsGzip(request.headers["accept-encoding"]) ? page.gzip : null;
  const body = compressed ?? page.body;
  const age = (performance.now() - page.renderedAt) / 1000;
  response.writeHead(page.status, {
    ...page.headers,
    vary: [...new Set([...String(page.headers.vary ?? "").split(/,\s*/), ...varying])].filter(Boolean).join(", "),
    "cache-control": isPublic ? describeLifetime(age) : "private, no-store",
    "content-length": body.length,
    ...(compressed && { "content-encoding": "gzip" }),
    "server-timing": `now;dur=${Date.now() / 1000}`,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * What is left of a page's life, so that a cache in between adds nothing to its age but a second: in this it keeps a rush away
 * from here.
 */
function describeLifetime(age: number): string {
  const fresh = Math.max(1, Math.ceil(freshMs / 1000 - age));
  const stale = Math.max(0, Math.floor((freshMs + staleMs) / 1000 + 1 - age - fresh));
  return `public, max-age=0, s-maxage=${fresh}, stale-while-revalidate=${stale}`;
}

const acceptsGzip = (header: string | string[] | undefined): boolean =>
  /(^|,)\s*gzip\s*($|,|;(?!\s*q=0(\.0*)?\s*(,|$)))/.test(String(header ?? ""));
