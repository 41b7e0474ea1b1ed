import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendForwardedFor } from "./forwarded-for";

const server = createServer((asked, answer) => {
  appendForwardedFor(asked);
  answer.end(JSON.stringify(asked.headers));
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => new Promise((done) => server.close(done)));

async function send(headers: Record<string, string | string[]> = {}, from = "127.0.0.1"): Promise<IncomingHttpHeaders> {
  const { port } = server.address() as AddressInfo;
  const outgoing = request({ host: "127.0.0.1", port, headers, localAddress: from, agent: false }).end();
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  let text = "";
  for await (const part of answer.setEncoding("utf8")) text += part;
  return JSON.parse(text);
}

test("adds the visitor's address", async () => {
  expect(await send({}, "127.0.0.7")).toMatchObject({ "x-forwarded-for": "127.0.0.7" });
});

test("appends the address after whatever the visitor sent", async () => {
  const sent = { "x-forwarded-for": "203.0.113.5" };
  expect(await send(sent, "127.0.0.7")).toMatchObject({ "x-forwarded-for": "203.0.113.5, 127.0.0.7" });
  const twice = { "x-forwarded-for": ["203.0.113.5", "127.0.0.9"] };
  expect(await send(twice)).toMatchObject({ "x-forwarded-for": "203.0.113.5, 127.0.0.9, 127.0.0.1" });
});

test("leaves other headers alone", async () => {
  expect(await send({ cookie: "theme=dark" })).toMatchObject({ cookie: "theme=dark" });
});

test("whoever hung up is nobody, whatever they sent", async () => {
  const heard = once(server, "request") as Promise<[IncomingMessage]>;
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET / HTTP/1.1\r\nHost: site\r\nX-Forwarded-For: 203.0.113.5\r\n\r\n", () => socket.resetAndDestroy());
  const [{ headers }] = await heard;
  expect(headers).not.toHaveProperty("x-forwarded-for");
});
