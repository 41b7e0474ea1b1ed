import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { cutOffSlowReader } from "./cut-off-slow-reader";

const large = Buffer.alloc(32 * 1024 * 1024);

test("whoever reads a page too slowly is cut off, and whoever reads it in time is not", async () => {
  const server = createServer((request, response) => {
    cutOffSlowReader(response, 200);
    response.end(request.url === "/large" ? large : "a page");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const kept = connect(port, "127.0.0.1").setEncoding("utf8");
  const ask = async () => {
    kept.write("GET / HTTP/1.1\r\nHost: site\r\n\r\n");
    return String((await once(kept, "data"))[0]);
  };
  expect(await ask()).toContain("a page");
  const asked = once(server, "request") as Promise<[IncomingMessage]>;
  const slow = connect(port, "127.0.0.1").pause();
  slow.on("error", () => undefined).write("GET /large HTTP/1.1\r\nHost: site\r\n\r\n");
  const [{ socket }] = await asked;
  await once(socket, "close");
  expect(await ask()).toContain("a page");
  kept.destroy();
  slow.destroy();
});
