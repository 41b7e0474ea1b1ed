import { createHash } from "node:crypto";
import { isPersonal, matchesTag } from "@evently/api/rest/entity-tag";
import type { MiddlewareHandler } from "hono";
import { replaceResponse } from "./replace-response.ts";

/**
 * Lets caches store a response only if its route declares it public and the request is anonymous. Such a response has
 * an ETag, and a request with that ETag gets 304 while the body is unchanged.
 */
export const setCacheHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  // Also without a proxy, no browser takes JSON for a page.
  headers.set("x-content-type-options", "nosniff");
  if (isPersonal(c.req.raw.headers) || headers.has("set-cookie")) {
    headers.set("cache-control", "private, no-store");
    headers.delete("etag");
  } else if (headers.get("cache-control")?.startsWith("public")) {
    // A browser that signs in later must not get the response it stored while anonymous.
    headers.append("vary", "Cookie, Authorization");
    if (!headers.has("etag")) replaceResponse(c, await addETag(c.res, c.req.header("if-none-match") ?? null));
  } else headers.set("cache-control", "no-store");
};

async function addETag(response: Response, ifNoneMatch: string | null): Promise<Response> {
  const body = await response.text();
  const headers = new Headers(response.headers);
  const etag = `"${createHash("sha1").update(body).digest("base64url")}"`;
  headers.set("etag", etag);
  if (!matchesTag(etag, ifNoneMatch)) return new Response(body, { status: response.status, headers });
  headers.delete("content-type");
  return new Response(null, { status: 304, headers });
}
