import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";

export type ReceivedRequest = { headers: IncomingHttpHeaders; path: string; body: string };

/**
 * What becomes of one request. `hang up`: it is read, then the connection closes. `hang up early`: that happens before
 * it is read. `cut off`: half of an answer comes.
 * `silence`: nothing does. `stall`: half of an answer, and then nothing.
 */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: string | Buffer }
  | "hang up"
  | "hang up early"
  | "cut off"
  | "silence"
  | "stall";

export type ScriptedEngine = {
  endpoint: string;
  /** What came since the last script, in order. */
  received: ReceivedRequest[];
  /** For the next requests, in order; `{}` with status 200 afterwards. */
  script(...replies: Reply[]): void;
  connections(): number;
  /** Closes the connections that are kept, as an engine does that restarts. */
  dropConnections(): void;
  close(): Promise<void>;
};

/** An engine's reply to a Get that found an item. */
export const foundItem = { body: '{"Item":{"pk":{"S":"a"}}}' } satisfies Reply;

/** An engine's reply with the exception of this name. */
export const failure = (name: string, status = 400, headers = {}): Reply => ({
  status,
  headers,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: "no" }),
});

/** Listens like an engine, records every request and sends the scripted replies, without a Date of its own. */
export async function openScriptedEngine(tls?: { key: string; cert: string }): Promise<ScriptedEngine> {
  let coming: Reply[] = [];
  let connections = 0;
  const received: ReceivedRequest[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (coming[0] === "hang up early") {
      coming.shift();
      received.push({ headers: request.headers, path: request.url ?? "", body: "" });
      request.socket.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString("utf8");
    received.push({ headers: request.headers, path: request.url ?? "", body });
    play(coming.shift() ?? {}, response);
  }
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void answer(request, response).catch(() => response.destroy());
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  server.on("connection", () => connections++);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `${tls ? "https" : "http"}://127.0.0.1:${port}`,
    received,
    script(...replies) {
      coming = replies;
      received.length = 0;
    },
    connections: () => connections,
    dropConnections: () => server.closeAllConnections(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function play(reply: Reply, response: ServerResponse): void {
  if (reply === "silence") return;
  if (reply === "hang up") {
    response.destroy();
    return;
  }
  response.sendDate = false;
  if (typeof reply === "object") {
    const { status = 200, headers = {}, body = "{}" } = reply;
    response.writeHead(status, { "content-length": Buffer.byteLength(body), ...headers });
    response.end(body);
    return;
  }
  response.writeHead(200, { "content-length": 20 });
  response.write('{"Item":', () => {
    if (reply === "cut off") response.destroy();
  });
}
