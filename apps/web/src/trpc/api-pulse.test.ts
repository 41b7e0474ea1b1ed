import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppRouter } from "@evently/api/root";
import type { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createApiPulse } from "./api-pulse";
import { describeFailure } from "./describe-failure";
import { isSilence } from "./describe-silence";
import { makeQueryClient } from "./query-client";

const ok = () => Promise.resolve(new Response("[]"));
const refused = () => Promise.reject(new TypeError("fetch failed"));

/** An API that answers each request as `reply` says at that moment; "hang" until the request is aborted. */
function openPulse() {
  const api = { reply: "hang" as "hang" | (() => Promise<Response>), asked: [] as string[] };
  const pulse = createApiPulse((input, init) => {
    api.asked.push(String(input));
    if (api.reply !== "hang") return api.reply();
    return new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
  });
  const ask = () => pulse.fetch("/api/trpc/seat.map").catch((error: unknown) => error);
  return { api, pulse, ask };
}

describe("the pulse of the API", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("a call that is never answered ends after ten seconds, and is noticed after five", async () => {
    const { pulse, ask } = openPulse();
    const call = ask();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(pulse.isSilent.read()).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(pulse.isSilent.read()).toBe(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(isSilence(await call)).toBe(true);
  });

  test("a slow answer alone is no silence", async () => {
    const { api, pulse, ask } = openPulse();
    void ask();
    api.reply = ok;
    await vi.advanceTimersByTimeAsync(9_900);
    expect(pulse.isSilent.read()).toBe(false);
    expect(api.asked).toEqual(["/api/trpc/seat.map", "/api/health"]);
  });

  test("the API is heard again without anything being asked", async () => {
    const { api, pulse, ask } = openPulse();
    void ask();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pulse.isSilent.read()).toBe(true);
    api.reply = ok;
    await vi.advanceTimersByTimeAsync(3_500);
    expect(pulse.isSilent.read()).toBe(false);
    const { length } = api.asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.asked).toHaveLength(length);
  });

  test("an answer to anything ends the silence while a probe still waits", async () => {
    const { api, pulse, ask } = openPulse();
    void ask();
    await vi.advanceTimersByTimeAsync(4_000);
    api.reply = ok;
    await ask();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(pulse.isSilent.read()).toBe(false);
  });

  test.each([
    ["a refused connection", refused],
    ["a server that answers in the API's stead", () => Promise.resolve(new Response("", { status: 502 }))],
  ])("%s is silence too", async (_, reply) => {
    const { api, pulse, ask } = openPulse();
    api.reply = reply;
    await ask();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(pulse.isSilent.read()).toBe(true);
  });

  test("a call that its caller gave up ends at once, with the caller's reason", async () => {
    const { pulse } = openPulse();
    const leaving = new AbortController();
    const call = pulse.fetch("/api/trpc/seat.map", { signal: leaving.signal }).catch((error: unknown) => error);
    leaving.abort("left");
    expect(await call).toBe("left");
  });
});

describe("a query of the site to a server that accepts and never answers", () => {
  let server: Server;
  let origin: string;
  beforeEach(async () => {
    server = createServer(() => undefined);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
    server.closeAllConnections();
    server.close();
  });

  test("fails once, after the limit, in words that fit", async () => {
    const requests: string[] = [];
    server.on("request", ({ url }) => requests.push(url ?? ""));
    const arrived = new Promise((done) => server.once("request", done));
    const pulse = createApiPulse();
    const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: origin, fetch: pulse.fetch })] });
    const queries: QueryClient = makeQueryClient();
    const failed = queries
      .fetchQuery({ queryKey: ["limits"], queryFn: () => client.limits.get.query() })
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    await arrived;
    await vi.advanceTimersByTimeAsync(10_000);
    const error = await failed;
    expect(isSilence(error)).toBe(true);
    expect(describeFailure(error).headline).toBe("Evently isn’t answering right now.");
    expect(requests).toHaveLength(1);
    queries.clear();
  });
});
