import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, maxAnswered } from "../testing/nginx/ask-nginx.ts";
import { canRunNginx, type OpenNginx, openNginx } from "../testing/nginx/open-nginx.ts";

function expectFailure({ status, headers, text }: Answer, error_code: ErrorCode, error: unknown): void {
  expect(JSON.parse(text)).toEqual({ error, error_code, details: {} });
  expect([status, headers["content-type"]]).toEqual([errorRegistry[error_code].status, "application/json"]);
}

describe.runIf(canRunNginx())("the rate limits of nginx", () => {
  let open: OpenNginx;
  beforeAll(async () => {
    open = await openNginx();
  });
  afterAll(() => open?.close());

  const askOften = (times: number, path: string, from: string, headers: Record<string, string> = {}) =>
    Promise.all(Array.from({ length: times }, () => open.ask(path, { from, headers })));
  const countAnswered = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length;

  it("allows ten a second and a burst of 20 per address, and rejects the rest with RATE_LIMITED", async () => {
    const began = performance.now();
    const answers = await askOften(80, "/api/events", "127.0.0.11");
    const most = maxAnswered({ burst: 20, began });
    const refused = answers.filter(({ status }) => status !== 200);
    const answered = answers.length - refused.length;
    expect(answered).toBeGreaterThanOrEqual(21);
    expect(answered).toBeLessThanOrEqual(most);
    expect(open.api.seen).toHaveLength(answered);
    for (const answer of refused) {
      expectFailure(answer, "RATE_LIMITED", errorRegistry.RATE_LIMITED.text);
      expect(answer.headers).toMatchObject({ "retry-after": "1", "x-content-type-options": "nosniff" });
    }
  });

  it("counts streams too, and each address separately", async () => {
    const began = performance.now();
    const before = await askOften(40, "/api/events", "127.0.0.12");
    const streams = await askOften(40, "/api/trpc/x", "127.0.0.12", { accept: "text/event-stream" });
    expect(countAnswered([...before, ...streams])).toBeLessThanOrEqual(maxAnswered({ burst: 20, began }));
    expect((await open.ask("/api/events", { from: "127.0.0.13" })).status).toBe(200);
  });

  it("never limits /health or the site's files", async () => {
    for (const path of ["/health", "/api/health", "/_next/static/chunks/a.js"]) {
      const statuses = (await askOften(100, path, "127.0.0.14")).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([200]));
    }
  });

  it("allows prefetches of a page's links, and limits endless page requests", async () => {
    const statuses = (await askOften(60, "/events/event-00001", "127.0.0.15")).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const began = performance.now();
    const without = await askOften(150, "/events/event-00001", "127.0.0.16");
    expect(countAnswered(without)).toBeLessThanOrEqual(maxAnswered({ burst: 60, began }));
  });

  it("takes no page for one of the site's files, however its address is spelled", async () => {
    const before = open.site.seen.length;
    const addresses = [
      "/events/x%2f..%2f..%2f_next%2fstatic%2fa.js",
      "/_next/static/\\..\\..\\..\\",
      "/_next/static/%ff",
    ];
    for (const address of addresses) expect((await open.ask(address)).status).toBe(404);
    expect(open.site.seen).toHaveLength(before);
  });

  it("passes on the API's own RATE_LIMITED response", async () => {
    const answer = await open.ask("/api/session?status=429&say-retry-after=30");
    expect([answer.status, answer.headers["retry-after"]]).toEqual([429, "30"]);
    expect(answer.text).toMatch(/^answer/);
  });

  it("passes a body of 4 MB and refuses one byte more as BODY_TOO_LARGE", async () => {
    const body = "x".repeat(4 * 1024 * 1024);
    expect((await open.ask("/api/venue", { method: "POST", body })).status).toBe(200);
    const headers = { "content-length": String(body.length + 1) };
    const refused = await open.ask("/api/venue", { method: "POST", headers });
    expectFailure(refused, "BODY_TOO_LARGE", errorRegistry.BODY_TOO_LARGE.text);
  });

  it("responds UNAVAILABLE while no API responds, and with a page for the site", async () => {
    await Promise.all([open.api.close(), open.site.close()]);
    for (const path of ["/api/events", "/api/health", "/health"])
      expectFailure(await open.ask(path), "UNAVAILABLE", expect.stringContaining("again"));
    const page = await open.ask("/");
    expect([page.status, page.headers["content-type"]]).toEqual([503, "text/plain"]);
  });
});
