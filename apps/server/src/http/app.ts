import { type Context, createContext, type ProcedureCall } from "@evently/api/context";
import { answerFailure, answerRest } from "@evently/api/rest/answer-rest";
import type { Core } from "@evently/core/core";
import { EventlyError } from "@evently/core/errors";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import type { Logger } from "pino";
import { joinWatchers, type Watcher } from "../observability/watch.ts";
import type { ServerConfig } from "../process/config.ts";
import type { Drain } from "../process/drain.ts";
import { readTrust } from "./client-address.ts";
import { createDocs } from "./docs.ts";
import { type Env, identifyRequest } from "./identify-request.ts";
import { limitRequests } from "./limit-requests.ts";
import type { Health, TableTest } from "./own-paths.ts";
import { serveTrpc } from "./serve-trpc.ts";
import { tellCaches } from "./tell-caches.ts";

export type AppParts = {
  core: Core;
  config: Pick<ServerConfig, "APP_NAME" | "CORS_ORIGINS" | "RATE_LIMIT_PER_SECOND" | "TRUST_PROXY">;
  logger: Logger;
  drain: Drain;
  version: string;
  watcher?: Watcher;
};

const largestBody = 4 * 1024 * 1024;

/** The API as one handler of requests: tRPC at /trpc, the REST paths, /health and /db-test, and /docs, which describes them. */
export function createApp({ core, config, logger, drain, version, watcher = joinWatchers([]) }: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  const allowed = config.CORS_ORIGINS;

  function contextOf(c: HonoContext<Env>, headers: Headers): Context {
    const { request_id, client } = c.var;
    const onCall = (call: ProcedureCall) => watcher.onCall({ ...call, client });
    return createContext({ core, request: c.req.raw, headers, request_id, allowed, onCall });
  }

  app.use(tellCaches);
  app.get("/health", (c) => {
    const status = drain.isDraining() ? "draining" : "ok";
    const answer: Health = { status, service: config.APP_NAME, version };
    return c.json(answer, status === "draining" ? 503 : 200);
  });

  app.use(identifyRequest(logger, readTrust(config.TRUST_PROXY), watcher), async (c, next) => {
    await drain.during(next);
    // Whoever keeps the connection would come back to a process that is gone.
    if (drain.isDraining()) c.header("connection", "close");
  });
  app.use(
    cors({
      origin: (origin) => (allowed.includes(origin) ? origin : null),
      credentials: true,
      allowMethods: ["GET", "HEAD", "POST", "DELETE"],
      exposeHeaders: ["ETag", "Idempotency-Replayed", "Retry-After", "X-Request-Id"],
    }),
  );
  // After CORS, so that a page of an allowed origin can read how long to wait.
  app.use(limitRequests(config.RATE_LIMIT_PER_SECOND));
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => answerFailure(new EventlyError("BODY_TOO_LARGE", {}), c.get("request_id")),
    }),
  );

  app.get("/db-test", async (c) => {
    const answer = await testTable(core);
    return c.json(answer, answer.status === "ok" ? 200 : 503);
  });

  app.route("/", createDocs(version));

  app.all("/trpc/*", (c) => serveTrpc(c.req.raw, (_, headers) => contextOf(c, headers)));

  app.all("*", async (c) => {
    const headers = new Headers();
    const answer = await answerRest(c.req.raw, contextOf(c, headers));
    for (const [name, value] of headers) answer.headers.append(name, value);
    return answer;
  });

  app.onError((error, c) => {
    core.reportError("a request failed", { request_id: c.get("request_id"), error });
    return answerFailure(error, c.get("request_id"));
  });
  return app;
}

async function testTable(core: Core): Promise<TableTest> {
  const began = performance.now();
  const latency = () => Math.round((performance.now() - began) * 10) / 10;
  try {
    await readItem(core.table, keys.seed());
    return { status: "ok", table: core.table.name, latency_ms: latency() };
  } catch (error) {
    core.reportError("the table did not answer", { error });
    return { status: "unavailable", table: core.table.name, latency_ms: latency() };
  }
}
