import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { afterEach, expect, test } from "vitest";
import { createSite } from "../create-site";
import type { Handle } from "../pages/render-page";
import { findUpgradeServer } from "./upgrade-server";

const server = createServer();
afterEach(() => {
  server.removeAllListeners();
  server.close();
});

test("whoever asks for an upgrade is answered like everyone, and passed on under no claimed name", async () => {
  const takeOver = next({ dev: false, httpServer: findUpgradeServer(server, false) }).getRequestHandler();
  const seen: IncomingHttpHeaders[] = [];
  const handle: Handle = async (request, response) => {
    // Next begins to listen for upgrades with the first request, and then says that it has no build here.
    await takeOver(request, response).catch(() => undefined);
    seen.push(request.headers);
    response.end("answered");
  };
  server.on("request", createSite(handle));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const claims = { "x-shared-page": "1", "x-forwarded-for": "192.0.2.1" };
  for (const headers of [{}, { ...claims, connection: "upgrade", upgrade: "websocket" }]) {
    const signal = AbortSignal.timeout(2_000);
    const outgoing = send({ host: "127.0.0.1", port, path: "/api/events", headers, agent: false, signal }).end();
    const [response] = await once(outgoing, "response");
    response.resume();
    expect(response.statusCode).toBe(200);
  }
  expect(seen[1]).toMatchObject({ "x-forwarded-for": "192.0.2.1, 127.0.0.1" });
  expect(seen[1]).not.toHaveProperty("x-shared-page");
});
