import { once } from "node:events";
import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { readTrust } from "@evently/api/client-address";
import { findFreePort } from "@evently/local-db/port";
import { expect, it, onTestFinished } from "vitest";
import type { Fetch } from "./leave-unread.ts";
import { listen } from "./listen.ts";

const trust = readTrust([]);
const MB = 1024 * 1024;
const part = Buffer.alloc(64 * 1024, "x");

/** A server that refuses whatever it is sent, the sockets that it was sent it on, and a client with one connection. */
async function open() {
  const at = { HOST: "127.0.0.1", PORT: await findFreePort() };
  const sockets = new Set<Socket>();
  const refuse: Fetch = async (_, { incoming }) => {
    sockets.add(incoming.socket);
    return new Response("refused", { status: 401 });
  };
  const { close } = await listen(refuse, at, { trust });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(async () => {
    agent.destroy();
    await close();
  });
  async function post(bytes: number, isChunked = false): Promise<{ status: number; text: string }> {
    const headers = isChunked ? { "transfer-encoding": "chunked" } : { "content-length": bytes };
    const asking = request({ host: at.HOST, port: at.PORT, agent, method: "POST", path: "/", headers });
    asking.on("error", () => undefined);
    send(asking, bytes);
    const [answer] = (await once(asking, "response")) as [IncomingMessage];
    let text = "";
    for await (const chunk of answer) text += chunk;
    return { status: answer.statusCode ?? 0, text };
  }
  return { sockets, post };
}

/** Sends as the server takes it. */
function send(asking: ClientRequest, left: number): void {
  if (left <= 0) return void asking.end();
  const isTaken = asking.write(part.subarray(0, left));
  if (isTaken) send(asking, left - part.length);
  else asking.once("drain", () => send(asking, left - part.length));
}

it.each([
  ["with its length", false],
  ["in chunks", true],
])("leaves a long body unread that is refused, and the answer arrives: %s", async (_, isChunked) => {
  const { sockets, post } = await open();
  expect(await post(32 * MB, isChunked)).toEqual({ status: 401, text: "refused" });
  const [socket] = sockets;
  if (!socket) throw new Error("nothing arrived");
  if (!socket.destroyed) await once(socket, "close");
  // Before it is told to stop, libuv reads 2 MB at most of what has arrived.
  expect(socket.bytesRead).toBeLessThan(16 * MB);
});

it("keeps the connection whose body is short, read or not", async () => {
  const { sockets, post } = await open();
  for (const bytes of [10, 60_000, 10]) expect((await post(bytes)).status).toBe(401);
  expect(sockets.size).toBe(1);
});

it("keeps the connection whose long body was read", async () => {
  const at = { HOST: "127.0.0.1", PORT: await findFreePort() };
  const measure: Fetch = async (asked) => new Response(`${(await asked.arrayBuffer()).byteLength}`);
  const { close } = await listen(measure, at, { trust });
  onTestFinished(close);
  const answer = await fetch(`http://127.0.0.1:${at.PORT}`, { method: "POST", body: Buffer.alloc(MB) });
  expect([answer.headers.get("connection"), await answer.text()]).toEqual(["keep-alive", `${MB}`]);
});
