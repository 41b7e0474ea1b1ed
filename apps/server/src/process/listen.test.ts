import { once } from "node:events";
import { connect } from "node:net";
import { readTrust } from "@evently/api/client-address";
import { findFreePort } from "@evently/local-db/port";
import { expect, it, onTestFinished } from "vitest";
import { listen } from "./listen.ts";

const answer = () => new Response("answer");

const trust = readTrust([]);

async function open(fetch: (request: Request) => Response = answer, options: Parameters<typeof listen>[2] = { trust }) {
  const at = { HOST: "127.0.0.1", PORT: await findFreePort() };
  return { ...at, ...(await listen(fetch, at, options)) };
}

it("closes even if a client never completes its request", async () => {
  const { PORT, close } = await open();
  const socket = connect(PORT, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  const cut = new Promise((done) => socket.on("error", () => undefined).once("close", done));
  socket.write("POST /session/guest HTTP/1.1\r\nHost: api\r\nX-Slow");
  // Answered after it: what was sent before has been read by then.
  expect(await (await fetch(`http://127.0.0.1:${PORT}`)).text()).toBe("answer");
  await close();
  await cut;
});

it("lets an address that is no proxy of ours have so many connections", async () => {
  const { PORT, close } = await open(answer, { trust: () => false, limits: { most: 1 } });
  const socket = connect(PORT, "127.0.0.1");
  await once(socket, "connect");
  await expect(fetch(`http://127.0.0.1:${PORT}`)).rejects.toThrow();
  socket.destroy();
  await close();
});

it("cuts off who does not read their answer", async () => {
  let cutOff: () => void = () => undefined;
  const cut = new Promise<void>((done) => {
    cutOff = done;
  });
  const piece = new Uint8Array(16 * 1024 * 1024);
  const large = () => new Response(new ReadableStream({ pull: (file) => file.enqueue(piece), cancel: cutOff }));
  const { PORT, close } = await open(large, { trust, limits: { readMs: 50 } });
  const socket = connect(PORT, "127.0.0.1").pause();
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => undefined).write("GET / HTTP/1.1\r\nHost: api\r\n\r\n");
  await cut;
  await close();
});

it("reports in one sentence where it can't listen, and the setting", async () => {
  const { PORT, close } = await open();
  await expect(listen(answer, { HOST: "127.0.0.1", PORT }, { trust, setting: "METRICS_PORT" })).rejects.toThrow(
    `Port ${PORT} is taken: end what listens there, or set METRICS_PORT.`,
  );
  await close();
  // An address for documentation, which no machine has.
  await expect(listen(answer, { HOST: "192.0.2.1", PORT }, { trust })).rejects.toThrow(
    `Can't listen at HOST 192.0.2.1, PORT ${PORT}: `,
  );
});

it.each([
  ["*", "api"],
  ["http://", "api"],
  ["//", "api"],
  ["/events/%E0%A4%A", "api"],
  ["http://[::1/x", "api"],
  ["/events", "a b"],
  ["/events", "user@evil.example"],
  ["/events", "[::1"],
  ["/events", "api\r\nX-Forwarded-Host: a b/c"],
])("a request for %j at %j gets no 500", async (target, host) => {
  const { PORT, close } = await open();
  const socket = connect(PORT, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let said = "";
  socket.on("data", (chunk) => (said += chunk));
  socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  await once(socket, "close");
  expect(said).toMatch(/^HTTP\/1\.1 (200|40[04]) /);
  await close();
});
