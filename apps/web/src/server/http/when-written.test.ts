import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { pipeToNodeResponse } from "next/dist/server/pipe-readable";
import { afterEach, expect, test } from "vitest";
import { createSite } from "../create-site";

const large = new Blob([new Uint8Array(16 * 1024 * 1024)]);
let begun = 0;
// As Next sends a page.
const site = createSite(async (request, response) => {
  begun++;
  if (request.url === "/organizer") return void response.end("a page");
  await pipeToNodeResponse(large.stream() as ReadableStream<Uint8Array>, response);
});
const server = createServer(site);
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test("whoever reads slowly keeps nobody waiting", async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const readers = Array.from({ length: 8 }, () => connect(port, "127.0.0.1").pause());
  for (const reader of readers) reader.write("GET /bookings HTTP/1.1\r\nHost: site\r\n\r\n");
  await expect.poll(() => begun).toBe(8);
  const answer = await fetch(`http://127.0.0.1:${port}/organizer`);
  expect(await answer.text()).toBe("a page");
  for (const reader of readers) reader.destroy();
  await Promise.all(readers.map((reader) => once(reader, "close")));
});
