import { randomUUID } from "node:crypto";
import { asksForEveryone, findClient, type Trust } from "@evently/api/client-address";
import { nameRoute } from "@evently/api/rest/name-route";
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Instrumentation } from "../observability/instrumentation.ts";
import { ownPaths, webhookPath } from "./own-paths.ts";

export type Env = {
  Bindings: Partial<HttpBindings> | undefined;
  Variables: {
    /** The same in the log line, the X-Request-Id header and error bodies. */
    request_id: string;
    /** The address that rate limits apply to; null if unknown, or for a page that many see. Never logged. */
    client: string | null;
  };
};

const slowMs = 1_000;
const own = new Set([...ownPaths.map(({ path }) => path), "/docs", "/openapi.json", webhookPath]);

/**
 * Assigns a request its id and client, runs it within the instrumentation, and logs the outcome. Whoever has hung up has no
 * address any more: they would hear no answer and have no limit, so that nothing is done for them.
 */
export function identifyRequest(
  logger: Logger,
  trust: Trust,
  instrumentation: Instrumentation,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const request_id = randomUUID();
    const { method } = c.req;
    const began = performance.now();
    c.set("request_id", request_id);
    const connection = c.env?.incoming?.socket;
    const socket = connection?.remoteAddress;
    if (connection && socket === undefined) return c.body(null, 400);
    const isForEveryone = asksForEveryone(socket, c.req.raw.headers, trust);
    c.set("client", isForEveryone ? null : findClient(socket, c.req.header("x-forwarded-for"), trust));
    const { route, status } = await instrumentation.aroundRequest(
      { method, headers: c.req.raw.headers, request_id },
      async () => {
        await next();
        c.res.headers.set("x-request-id", request_id);
        return { route: nameOf(c), status: c.res.status };
      },
    );
    const ms = Math.round(performance.now() - began);
    logger[levelOf(status, ms)]({ request_id, method, route, status, ms }, "answered");
  };
}

/**
 * By default only server errors and slow requests are logged: metrics count the others and a proxy logs them, so that a
 * rush, or a flood of rejected requests, costs nothing here.
 */
function levelOf(status: number, ms: number): "warn" | "info" | "debug" {
  if (status >= 500) return "warn";
  return ms >= slowMs ? "info" : "debug";
}

function nameOf({ req: { method, path } }: Context<Env>): string {
  if (own.has(path)) return path;
  if (path.startsWith("/docs/")) return "/docs/{file}";
  return nameRoute(method, path) ?? "unknown";
}
