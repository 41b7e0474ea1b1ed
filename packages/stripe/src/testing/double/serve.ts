import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { changeAccount } from "./accounts.ts";
import { type Answer, answer, answerInUse, type Call, type Keys, toAnswer } from "./answer.ts";
import { control, type Order } from "./control.ts";
import { openFaults } from "./faults.ts";
import { sendWebhooks } from "./send-webhooks.ts";
import { openState, platform, type State } from "./state.ts";

export type Serve = { file: string; port: number; keys: Keys };

/** Serves Stripe's API as Evently uses it, on loopback, and beside it `/_double`, where a test gives its orders. */
export async function serve({ file, port, keys }: Serve): Promise<{ origin: string }> {
  const state = openState(file);
  const [faults, calls, inFlight] = [openFaults(), [] as Call[], new Set<string>()];
  const deliver = queueWebhooks(state);
  let origin = "";

  async function serveApi(request: IncomingMessage, response: ServerResponse, call: Call): Promise<void> {
    const fault = faults.take(call.method, call.path);
    calls.push(call);
    if (fault && "when" in fault && fault.when === "before") return cut(fault.kind, request);
    const lock = call.key === null ? null : `${call.account} ${call.key}`;
    if (lock && inFlight.has(lock)) return reply(response, call, answerInUse());
    if (lock) inFlight.add(lock);
    try {
      await faults.delay(fault);
      const answered = answer({ state, keys, origin }, call, fault);
      deliver();
      if (fault && "when" in fault) return cut(fault.kind, request);
      reply(response, call, answered);
    } finally {
      if (lock) inFlight.delete(lock);
    }
  }

  async function serveOrder(response: ServerResponse, order: Order): Promise<void> {
    try {
      const found = await control({ state, faults, calls, origin }, order);
      reply(response, null, { status: 200, body: found ?? null });
    } catch (error) {
      reply(response, null, toAnswer(error));
    } finally {
      state.commit();
      deliver();
    }
  }

  async function serveRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const body = await readBody(request);
    if (url.pathname === "/_double/onboard") return onboard(state, url, response, deliver);
    if (url.pathname === "/_double") return serveOrder(response, JSON.parse(body) as Order);
    return serveApi(request, response, readCall(request, url, body));
  }

  const server = createServer((request, response) => {
    serveRequest(request, response).catch((error: Error) => {
      // Who has hung up waits for nothing; all else is a fault of the double.
      if (!request.destroyed) process.stderr.write(`${error.stack}\n`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin };
}

let received = 0;

function readCall({ headers, method = "GET" }: IncomingMessage, url: URL, body: string): Call {
  const header = (name: string) => headers[name]?.toString() ?? null;
  return {
    ...{ id: `req_${process.pid}_${++received}`, method, path: url.pathname },
    ...{ form: method === "GET" ? url.search.slice(1) : body, authorization: header("authorization") ?? "" },
    ...{ account: header("stripe-account"), key: header("idempotency-key"), version: header("stripe-version") },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  request.setEncoding("utf8");
  for await (const chunk of request) body += chunk;
  return body;
}

function reply(response: ServerResponse, call: Call | null, { status, body, first }: Answer): void {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(call ? { "request-id": call.id, "stripe-version": call.version ?? "" } : {}),
    ...(call?.key ? { "idempotency-key": call.key } : {}),
    ...(call?.account ? { "stripe-account": call.account } : {}),
    ...(first ? { "idempotent-replayed": "true", "original-request": first } : {}),
  });
  response.end(JSON.stringify(body));
}

function cut(kind: "lose" | "die", request: IncomingMessage): void {
  if (kind === "die") process.kill(process.pid, "SIGKILL");
  request.socket.destroy();
}

/** Sends what happened, in order, where it is to be sent by itself. */
function queueWebhooks(state: State): () => void {
  let sending: Promise<unknown> = Promise.resolve();
  return () => {
    const events = state.takeEvents();
    const webhooks = state.get("webhooks", platform, "endpoint");
    if (webhooks?.mode === "send") sending = sending.then(() => sendWebhooks(webhooks, events));
  };
}

/** The page that an account link opens: its owner has filled in everything, and goes back. */
function onboard(state: State, url: URL, response: ServerResponse, deliver: () => void): void {
  const now = Math.floor(Date.now() / 1000);
  const request = { id: "", idempotency_key: null };
  const onPage = { state, owner: platform, now, params: {}, ids: [], request, isFromPage: true, origin: url.origin };
  changeAccount(onPage, url.searchParams.get("account") ?? "", true);
  state.commit();
  deliver();
  response.writeHead(302, { location: url.searchParams.get("return_url") ?? "/" }).end();
}
