import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";

/** CORS for pages of these origins, with credentials. */
export function allowOrigins(allowed: readonly string[]): MiddlewareHandler {
  const preflight = cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    credentials: true,
    allowMethods: ["GET", "HEAD", "POST", "PATCH", "DELETE"],
  });
  return async (c, next) => {
    if (c.req.method === "OPTIONS") return preflight(c, next);
    await next();
    // Set on the response afterwards: headers set earlier make Hono copy the response, with its body as a stream.
    const { headers } = c.res;
    const origin = c.req.header("origin");
    if (origin !== undefined && allowed.includes(origin)) headers.set("access-control-allow-origin", origin);
    headers.set("access-control-allow-credentials", "true");
    headers.set("access-control-expose-headers", "ETag,Idempotency-Replayed,Retry-After,X-Request-Id");
    headers.append("vary", "Origin");
  };
}
