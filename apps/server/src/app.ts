import { randomUUID } from "node:crypto";
import { createContext } from "@evently/api/context";
import { answerFailure, answerRest } from "@evently/api/rest";
import { appRouter } from "@evently/api/root";
import type { Config } from "@evently/core/config";
import type { Core } from "@evently/core/core";
import { EventlyError } from "@evently/core/errors";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import type { Logger } from "pino";
import { createDocs } from "./docs.ts";
import type { Drain } from "./drain.ts";
import type { Health, TableTest } from "./own-paths.ts";
import { tellCaches } from "./tell-caches.ts";

type Env = { Variables: { request_id: string } };

export type AppParts = {
  core: Core;
  config: Pick<Config, "APP_NAME" | "CORS_ORIGINS">;
  logger: Logger;
  drain: Drain;
  version: string;
};

const largestBody = 4 * 1024 * 1024;

/** The API as one handler of requests: tRPC at /trpc, the REST paths, /health and /db-test, and /docs, which describes them. */
export function createApp({ core, config, logger, drain, version }: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  const allowed = config.CORS_ORIGINS;

  app.use(tellCaches);
  app.get("/health", (c) => {
    const status = drain.isDraining() ? "draining" : "ok";
    const answer: Health = { status, service: config.APP_NAME, version };
    return c.json(answer, status === "draining" ? 503 : 200);
  });

  app.use(identify(logger), (_, next) => drain.during(next));
  app.use(
    cors({
      origin: (origin) => (allowed.includes(origin) ? origin : null),
      credentials: true,
      exposeHeaders: ["ETag", "Retry-After", "X-Request-Id"],
    }),
  );
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

  app.all("/trpc/*", (c) => {
    const request_id = c.get("request_id");
    return fetchRequestHandler({
      endpoint: "/trpc",
      req: c.req.raw,
      router: appRouter,
      maxBatchSize: 20,
      createContext: ({ req, resHeaders }) =>
        createContext({ core, request: req, headers: resHeaders, request_id, allowed }),
    });
  });

  app.all("*", async (c) => {
    const headers = new Headers();
    const parts = { core, request: c.req.raw, headers, request_id: c.get("request_id"), allowed };
    const answer = await answerRest(c.req.raw, createContext(parts));
    for (const [name, value] of headers) answer.headers.append(name, value);
    return answer;
  });

  app.onError((error, c) => {
    core.report("a request failed", { request_id: c.get("request_id"), error });
    return answerFailure(error, c.get("request_id"));
  });
  return app;
}

/** Gives the request the id that its log line, its answer and a fault's answer share. */
function identify(logger: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    const request_id = randomUUID();
    const began = performance.now();
    c.set("request_id", request_id);
    await next();
    c.header("x-request-id", request_id);
    const { method, path } = c.req;
    const ms = Math.round(performance.now() - began);
    logger.debug({ request_id, method, path, status: c.res.status, ms }, "answered");
  };
}

async function testTable(core: Core): Promise<TableTest> {
  const began = performance.now();
  const latency = () => Math.round((performance.now() - began) * 10) / 10;
  try {
    await readItem(core.table, keys.seed());
    return { status: "ok", table: core.table.name, latency_ms: latency() };
  } catch (error) {
    core.report("the table did not answer", { error });
    return { status: "unavailable", table: core.table.name, latency_ms: latency() };
  }
}
