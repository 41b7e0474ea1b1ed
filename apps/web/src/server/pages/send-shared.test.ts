import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { freshMs, staleMs } from "./page-cache";
import { sendShared } from "./send-shared";

/** What a cache in between is told of a page of this age. */
function tell(age: number): { fresh: number; stale: number } {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const writeHead = vi.spyOn(response, "writeHead");
  const body = Buffer.from("a page");
  const renderedAt = performance.now() - age * 1000;
  sendShared(request, response, { status: 200, headers: {}, body, gzip: null, renderedAt }, true);
  const header = new Map(Object.entries(writeHead.mock.calls[0]?.[1] ?? {})).get("cache-control");
  const [, fresh, stale] =
    /^public, max-age=0, s-maxage=(\d+), stale-while-revalidate=(\d+)$/.exec(String(header)) ?? [];
  return { fresh: Number(fresh), stale: Number(stale) };
}

test.each([0, 1.5, 4, 4.9, 5.1, 9, 14, 14.9])(
  "a page of %d s gets a second older than here, in a cache in between",
  (age) => {
    const { fresh, stale } = tell(age);
    expect(fresh).toBeGreaterThanOrEqual(1);
    expect(age + fresh).toBeLessThanOrEqual(Math.max(freshMs / 1000, age) + 1);
    expect(age + fresh + stale).toBeLessThanOrEqual((freshMs + staleMs) / 1000 + 1);
  },
);
