import type { IncomingMessage, ServerResponse } from "node:http";
import { freshMs, type SharedPage, staleMs } from "./page-cache";

const [freshSeconds, staleSeconds] = [freshMs / 1000, staleMs / 1000];
const publicly = `public, max-age=0, s-maxage=${freshSeconds}, stale-while-revalidate=${staleSeconds}`;

const varying = ["Accept-Language", "Accept-Encoding"];

/**
 * Sends a page that others get as well. `isPublic` says whether whoever stands between may keep it too: not one that is not
 * found, which may be there for whoever signs in. The page's age tells the browser's clock how late it is.
 */
export function sendShared(
  request: IncomingMessage,
  response: ServerResponse,
  page: SharedPage,
  isPublic: boolean,
): void {
  const isCompressed = acceptsGzip(request.headers["accept-encoding"]);
  const body = isCompressed ? page.gzip : page.html;
  response.writeHead(page.status, {
    ...page.headers,
    vary: [...new Set([...String(page.headers.vary ?? "").split(/,\s*/), ...varying])].filter(Boolean).join(", "),
    "cache-control": isPublic ? publicly : "private, no-store",
    "content-length": body.length,
    ...(isCompressed && { "content-encoding": "gzip" }),
    "server-timing": `age;dur=${Math.round(performance.now() - page.renderedAt)}`,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

const acceptsGzip = (header: string | string[] | undefined): boolean =>
  /(^|,)\s*gzip\s*($|,|;(?!\s*q=0(\.0*)?\s*(,|$)))/.test(String(header ?? ""));
