import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * Lets caches store a response only where its route declares it public and the request is anonymous. Such a response
 * carries an ETag, and a request that sends it back gets 304 while the body is unchanged.
 */
export const setCacheHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const isPersonal = c.req.header("cookie") || c.req.header("authorization") || c.res.headers.has("set-cookie");
  if (isPersonal) c.header("cache-control", "private, no-store");
  else if (c.res.headers.get("cache-control")?.startsWith("public")) {
    // A browser that signs in meanwhile must not be shown what it stored as anonymous.
    c.header("vary", "Cookie, Authorization", { append: true });
    c.res = await addETag(c.res, c.req.header("if-none-match"));
  } else c.header("cache-control", "no-store");
};

async function addETag(response: Response, ifNoneMatch: string | undefined): Promise<Response> {
  const body = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  const etag = `"${createHash("sha1").update(new Uint8Array(body)).digest("base64url")}"`;
  headers.set("etag", etag);
  if (!matches(etag, ifNoneMatch)) return new Response(body, { status: response.status, headers });
  headers.delete("content-type");
  return new Response(null, { status: 304, headers });
}

/** A proxy that compresses makes a tag weak; the body is the same. */
function matches(etag: string, ifNoneMatch = ""): boolean {
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
