import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { cutOffSlowReader } from "./cut-off-slow-reader.ts";

/** More than the system takes off our hands before it is read, a minute for each megabyte, and what frames it. */
const large = Buffer.alloc(32 * 1024 * 1024);
const minutes = 33;
const minute = 60_000;
const request = "GET / HTTP/1.1\r\nHost: site\r\n\r\n";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A reader who has asked, and the answer that nothing is written of yet. */
async function open() {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const reader = connect((server.address() as AddressInfo).port, "127.0.0.1");
  reader.on("error", () => undefined).write(request);
  onTestFinished(() => {
    reader.destroy();
    server.close();
  });
  async function ask(): Promise<ServerResponse> {
    const [, response] = (await once(server, "request")) as [unknown, ServerResponse];
    cutOffSlowReader(response, minute);
    return response;
  }
  return { reader, response: await ask(), ask };
}

const cutOff = async ({ socket }: ServerResponse) => {
  if (socket) await once(socket, "close");
};

test("whoever has not read an answer in time is cut off", async () => {
  const { reader, response } = await open();
  reader.pause();
  response.end(large);
  const cut = cutOff(response);
  vi.advanceTimersByTime((minutes - 1) * minute);
  expect(response.destroyed).toBe(false);
  vi.advanceTimersByTime(minute);
  await cut;
  expect(response.destroyed).toBe(true);
});

test("whoever reads it keeps the connection, however long they look at it", async () => {
  const { reader, response, ask } = await open();
  const closed = once(response, "close");
  reader.resume();
  response.end("a page");
  await closed;
  vi.advanceTimersByTime(100 * minute);
  const asked = ask();
  reader.write(request);
  expect((await asked).destroyed).toBe(false);
});

test("a file in pieces may take its time for each, and is cut off where one is not read", async () => {
  const { reader, response } = await open();
  for (let piece = 0; piece < 3; piece++) {
    reader.pause();
    const drained = once(response, "drain");
    expect(response.write(large)).toBe(false);
    vi.advanceTimersByTime(20 * minute);
    reader.resume();
    await drained;
    // The next piece may be long in coming.
    vi.advanceTimersByTime(100 * minute);
  }
  expect(response.destroyed).toBe(false);
  reader.pause();
  response.write(large);
  const cut = cutOff(response);
  vi.advanceTimersByTime(minutes * minute);
  await cut;
  expect(response.destroyed).toBe(true);
});
