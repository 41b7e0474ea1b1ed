import { once } from "node:events";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { canRunNginx } from "../testing/nginx/open-nginx.ts";
import { openUpstream } from "../testing/nginx/open-upstream.ts";
import { startNginx } from "../testing/nginx/start-nginx.ts";

const events = 500;
const most = 100;

it.runIf(canRunNginx())("an event of a stream is through nginx in under 100 ms", async () => {
  let feed: ServerResponse | undefined;
  const stream = await openUpstream((_, response) => {
    feed = response.writeHead(200, { "content-type": "text/event-stream" });
    feed.write("data: open\n\n");
  });
  const nginx = await startNginx([stream.port], [stream.port]);
  onTestFinished(async () => {
    await nginx.stop();
    await stream.close();
  });
  const headers = { accept: "text/event-stream" };
  const subscription = request({
    host: "127.0.0.1",
    port: nginx.port,
    path: "/api/trpc/seat.watch",
    headers,
    agent: false,
  });
  subscription.end();
  const [answer] = (await once(subscription, "response")) as [IncomingMessage];
  const arrived = answer.setEncoding("utf8")[Symbol.asyncIterator]();
  await arrived.next();
  const waits: number[] = [];
  for (let i = 0; i < events; i++) {
    const sent = performance.now();
    feed?.write(`data: ${i}\n\n`);
    expect((await arrived.next()).value).toBe(`data: ${i}\n\n`);
    waits.push(performance.now() - sent);
  }
  subscription.destroy();
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (events - 1))] ?? 0;
  const percentiles = [0.5, 0.99, 1].map((share) => `${at(share).toFixed(1)} ms`);
  process.stdout.write(
    `${events} events through nginx: p50 ${percentiles[0]}, p99 ${percentiles[1]}, longest ${percentiles[2]}\n`,
  );
  expect(at(0.99)).toBeLessThan(most);
});
