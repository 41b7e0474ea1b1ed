import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * Says who may keep an answer: anyone, one that its route declares public, for nobody in particular; no one, anything
 * else. What may be kept carries an ETag; who shows it again is told 304 while it is unchanged.
 */
export const tellCaches: MiddlewareHandler = async (c, next) => {
  await next();
  const isPersonal = c.req.header("cookie") || c.req.header("authorization") || c.res.headers.has("set-cookie");
  if (isPersonal) c.header("cache-control", "private, no-store");
  else if (c.res.headers.get("cache-control")?.startsWith("public")) {
    // A browser that signs in meanwhile is not shown what it kept as nobody.
    c.header("vary", "Cookie, Authorization", { append: true });
    c.res = await tagAnswer(c.res, c.req.header("if-none-match"));
  } else c.header("cache-control", "no-store");
};

async function tagAnswer(answer: Response, shown: string | undefined): Promise<Response> {
  const body = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  const etag = `"${createHash("sha1").update(new Uint8Array(body)).digest("base64url")}"`;
  headers.set("etag", etag);
  if (!isShown(etag, shown)) return new Response(body, { status: answer.status, headers });
  headers.delete("content-type");
  return new Response(null, { status: 304, headers });
}

/** A proxy that compresses makes a tag weak; the answer is the same. */
function isShown(etag: string, shown = ""): boolean {
  return shown.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
