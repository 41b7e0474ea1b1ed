import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { readTrust } from "../client-address.ts";
import { createLimitedServer } from "./limited-server.ts";

async function open(server: Server) {
  server.on("request", (_, response) => response.end("answered"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  return (sent = "") => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").setEncoding("utf8");
    socket.on("error", () => undefined);
    sockets.push(socket);
    socket.write(sent);
    return socket;
  };
}

const request = "GET / HTTP/1.1\r\nHost: site\r\n\r\n";
const answerOf = async (socket: Socket) =>
  String((await Promise.race([once(socket, "data"), once(socket, "close")]))[0]);

test("an address has so many connections, and another one once it has closed one", async () => {
  const connectTo = await open(createLimitedServer(() => false, { most: 2 }));
  const [first, second] = [connectTo(request), connectTo(request)];
  expect([await answerOf(first), await answerOf(second)].every((text) => text.includes("answered"))).toBe(true);
  expect(await answerOf(connectTo(request))).not.toContain("answered");
  first.destroy();
  await expect.poll(() => answerOf(connectTo(request))).toContain("answered");
});

test("a proxy of ours has as many as it needs", async () => {
  const connectTo = await open(createLimitedServer(readTrust([]), { most: 2 }));
  const answers = await Promise.all(Array.from({ length: 5 }, () => answerOf(connectTo(request))));
  expect(answers.filter((text) => text.includes("answered"))).toHaveLength(5);
});

test.each(["", "GET / HTTP/1.1\r\nHost: si"])(
  "who has not said what they want in time is cut off: %j",
  async (sent) => {
    const connectTo = await open(createLimitedServer(readTrust([]), { headersMs: 50, checkEveryMs: 20 }));
    const socket = connectTo(sent);
    await once(socket.resume(), "close");
  },
);

test("a body that does not end is not waited for", async () => {
  const server = createLimitedServer(readTrust([]), { headersMs: 50, checkEveryMs: 20 });
  expect([server.headersTimeout, server.requestTimeout, server.maxConnections]).toEqual([50, 60_000, 8_192]);
  server.requestTimeout = 100;
  const socket = (await open(server))("POST / HTTP/1.1\r\nHost: site\r\nContent-Length: 5\r\n\r\nab");
  await once(socket.resume(), "close");
});
