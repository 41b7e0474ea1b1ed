import { createHash } from "node:crypto";
import { isPersonal, matchesTag } from "@evently/api/rest/entity-tag";
import type { MiddlewareHandler } from "hono";

/**
 * Says who may keep an answer: anyone, one that its route declares public, for nobody in particular; no one, anything
 * else. What may be kept carries an ETag; who shows it again is told 304 while it is unchanged.
 */
export const tellCaches: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (isPersonal(c.req.raw.headers) || headers.has("set-cookie")) {
    headers.set("cache-control", "private, no-store");
    headers.delete("etag");
  } else if (headers.get("cache-control")?.startsWith("public")) {
    // A browser that signs in meanwhile is not shown what it kept as nobody.
    headers.append("vary", "Cookie, Authorization");
    if (!headers.has("etag")) c.res = await tagAnswer(c.res, c.req.header("if-none-match") ?? null);
  } else headers.set("cache-control", "no-store");
};

async function tagAnswer(answer: Response, shown: string | null): Promise<Response> {
  const body = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  const etag = `"${createHash("sha1").update(new Uint8Array(body)).digest("base64url")}"`;
  headers.set("etag", etag);
  if (!matchesTag(etag, shown)) return new Response(body, { status: answer.status, headers });
  headers.delete("content-type");
  return new Response(null, { status: 304, headers });
}
