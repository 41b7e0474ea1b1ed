import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { findFreePort, isPortTaken } from "./port.ts";

const servers: Server[] = [];

function listen(port: number): Promise<Server> {
  const server = createServer();
  servers.push(server);
  return new Promise((listening, fail) => {
    server.once("error", fail).listen(port, "127.0.0.1", () => listening(server));
  });
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed))));
});

it("a port is taken while something listens there, and free again afterwards", async () => {
  const port = await findFreePort();
  expect(await isPortTaken(port)).toBe(false);
  const server = await listen(port);
  expect(await isPortTaken(port)).toBe(true);
  await new Promise((closed) => server.close(closed));
  expect(await isPortTaken(port)).toBe(false);
});

it("a free port can be listened on", async () => {
  const port = await findFreePort();
  expect(port).toBeGreaterThan(1023);
  await expect(listen(port)).resolves.toBeDefined();
});

it("a port is chosen once, below those that a system gives away, and passed over where it is taken", async () => {
  const port = await findFreePort();
  expect(port).toBeLessThan(32_768);
  // Whoever has it by then, it is taken.
  await listen(port + 1).catch(() => undefined);
  expect([port, port + 1]).not.toContain(await findFreePort());
});
