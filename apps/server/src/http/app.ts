import { readTrust } from "@evently/api/client-address";
import { type Context, createContext, type ProcedureCall } from "@evently/api/context";
import { answerFailure, answerRest } from "@evently/api/rest/answer-rest";
import type { Core } from "@evently/core/core";
import { findKeyHolder } from "@evently/core/door-key/find-key-holder";
import { recallUser, resolveActor } from "@evently/core/user/session";
import { openPrinter, type Printer } from "@evently/tickets/open-printer";
import { Hono, type Context as HonoContext, type MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { OpenMailbox } from "../mail/open-mailer.ts";
import { combineInstrumentations, type Instrumentation } from "../observability/instrumentation.ts";
import type { ServerConfig } from "../process/config.ts";
import type { Drain } from "../process/drain.ts";
import { testTable } from "../process/test-table.ts";
import { allowOrigins } from "./allow-origins.ts";
import { createDocs } from "./docs.ts";
import { forOperator } from "./for-operator.ts";
import { type Env, identifyRequest } from "./identify-request.ts";
import { createRequestLimits } from "./limit-requests.ts";
import { networkOf } from "./network-of.ts";
import { type Health, webhookPath } from "./own-paths.ts";
import { serveMailbox } from "./serve-mailbox.ts";
import { serveTrpc } from "./serve-trpc.ts";
import { type ReadWebhook, serveWebhooks } from "./serve-webhooks.ts";
import { setCacheHeaders } from "./set-cache-headers.ts";

export type AppParts = {
  core: Core;
  config: Pick<
    ServerConfig,
    "APP_NAME" | "PUBLIC_ORIGIN" | "CORS_ORIGINS" | "RATE_LIMIT_PER_SECOND" | "TRUST_PROXY" | "SEED_DEMO"
  >;
  mailbox?: OpenMailbox | null;
  printer?: Printer;
  logger: Logger;
  drain: Drain;
  version: string;
  /** Where the site is reached, for links; null or absent where nobody knows. */
  siteOrigin?: string | null;
  instrumentation?: Instrumentation;
  /** Absent where the gateway sends no webhooks. */
  readWebhook?: ReadWebhook | null;
};

/**
 * The API as one request handler: tRPC at /trpc, the REST paths, /health and /db-test, and their documentation at
 * /docs.
 */
export function createApp({ core, config, mailbox = null, logger, drain, version, ...parts }: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  const { instrumentation = combineInstrumentations([]), printer = openPrinter() } = parts;
  const origins = { site: config.PUBLIC_ORIGIN, allowed: config.CORS_ORIGINS };

  const limits = createRequestLimits({
    perSecond: config.RATE_LIMIT_PER_SECOND,
    recallHolder: (token) => recallUser(core, token) ?? core.knownKeys.recall(token),
    findHolder: findHolderOf(core),
  });

  function contextOf(c: HonoContext<Env>, headers: Headers): Context {
    const { request_id, client } = c.var;
    const network = config.RATE_LIMIT_PER_SECOND === 0 ? null : networkOf(client, core.secret);
    const onCall = (call: ProcedureCall) => instrumentation.onCall({ ...call, client });
    const { siteOrigin = config.PUBLIC_ORIGIN ?? null } = parts;
    const takeScans = limits.takeScans.bind(null, client);
    const given = { core, printer, request_id, network, origins, siteOrigin, onCall, takeScans };
    return createContext({ ...given, request: c.req.raw, headers });
  }

  app.use(setCacheHeaders);
  app.get("/health", (c) => {
    const status = drain.isDraining() ? "draining" : "ok";
    const health: Health = { status, service: config.APP_NAME, version, payments: core.gateway.name };
    return c.json(health, status === "draining" ? 503 : 200);
  });
  app.use(identifyRequest(logger, readTrust(config.TRUST_PROXY), instrumentation), countRequests(drain));
  const { readWebhook: read = null } = parts;
  app.post(webhookPath, serveWebhooks({ note: core.wakes.note, read, perSecond: config.RATE_LIMIT_PER_SECOND }));
  app.use(allowOrigins(origins.allowed));
  // After CORS, so that a page of an allowed origin can read Retry-After.
  app.use(limits.limitRequests);

  app.get("/db-test", forOperator(config.SEED_DEMO), () => testTable(core));
  app.route("/", createDocs(version));
  if (mailbox) app.route("/", serveMailbox(mailbox, core.secret));
  app.all("/trpc/*", (c) => serveTrpc(c.req.raw, (_, headers) => contextOf(c, headers)));
  app.all("*", async (c) => {
    const headers = new Headers();
    const response = await answerRest(c.req.raw, contextOf(c, headers));
    for (const [name, value] of headers) response.headers.append(name, value);
    return response;
  });

  app.onError((error, c) => {
    core.reportError("a request failed", { request_id: c.get("request_id"), error });
    return answerFailure(error, c.get("request_id"));
  });
  return app;
}

/** While the table can't say whose a session or a door key is, it is a stranger's. */
function findHolderOf(core: Core) {
  return async (token: string): Promise<string | null> => {
    const actor = await resolveActor(core, token).catch(() => null);
    const holder = actor ? null : await findKeyHolder(core, token).catch(() => null);
    return actor?.user_id ?? holder?.door_key_id ?? null;
  };
}

function countRequests(drain: Drain): MiddlewareHandler<Env> {
  return async (c, next) => {
    await drain.during(next);
    // A client with a kept-alive connection would otherwise come back to a stopped process.
    if (drain.isDraining()) c.res.headers.set("connection", "close");
  };
}
