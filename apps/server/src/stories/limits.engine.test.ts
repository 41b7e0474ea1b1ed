import { readTrust } from "@evently/api/client-address";
import { errorRegistry } from "@evently/core/errors";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { listen } from "../process/listen.ts";
import { openApp, type TestApp } from "../testing/http/open-app.ts";
import { askNginx } from "../testing/nginx/ask-nginx.ts";
import { canRunNginx } from "../testing/nginx/open-nginx.ts";
import { startNginx } from "../testing/nginx/start-nginx.ts";

const allowed = "https://shop.example";
const failure = { error: errorRegistry.RATE_LIMITED.text, error_code: "RATE_LIMITED", details: {} };
const unknown = "/nowhere";

let core: TestCore;
let app: TestApp;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  // Only the limiter's clock: the table's client waits by the others.
  vi.useFakeTimers({ toFake: ["performance"] });
  app = await openApp({ core, RATE_LIMIT_PER_SECOND: 10, TRUST_PROXY: ["10.0.0.0/8"], CORS_ORIGINS: [allowed] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Options = Parameters<TestApp["call"]>[2];

/** The statuses of `times` requests at once, counted. */
async function storm(path: string, options: Options = {}, times = 200): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: times }, () => app.call("GET", path, options)));
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The app at a port, as nginx asks it. */
async function listenTo({ serve }: TestApp) {
  const port = await findFreePort();
  return { port, ...(await listen(serve, { HOST: "127.0.0.1", PORT: port }, { trust: readTrust([]) })) };
}

const forwarded = (...hops: string[]) => ({ "x-forwarded-for": hops.join(", ") });

describe("a client that sends too many requests", () => {
  it("gets RATE_LIMITED with Retry-After, and is served afterwards", async () => {
    expect(await storm(unknown)).toEqual({ 404: 150, 429: 50 });
    const refused = await app.call("GET", unknown, { headers: { origin: allowed } });
    expect([refused.status, refused.body]).toEqual([429, failure]);
    const values = ["retry-after", "cache-control", "access-control-allow-origin"].map((name) =>
      refused.headers.get(name),
    );
    expect(values).toEqual(["1", "no-store", allowed]);
    expect(refused.headers.get("x-request-id")).toEqual(expect.any(String));
    vi.advanceTimersByTime(1000);
    expect(await storm(unknown)).toEqual({ 404: 10, 429: 190 });
  });

  it("gets a tRPC error over tRPC, for a batch too", async () => {
    await storm(unknown);
    for (const path of ["/trpc/session.get", "/trpc/session.get,session.get?batch=1"]) {
      const { status, headers, text } = await app.call("GET", path);
      expect([status, headers.get("retry-after")]).toEqual([429, "1"]);
      const [result] = [JSON.parse(text)].flat();
      expect(result.error.data).toMatchObject({ code: "TOO_MANY_REQUESTS", failure });
    }
  });

  it("costs the table nothing", async () => {
    await storm(unknown);
    const { send } = core.table;
    let sent = 0;
    core.table.send = ((command: never) => {
      sent++;
      return send(command);
    }) as typeof send;
    expect(await storm("/db-test")).toEqual({ 429: 200 });
    core.table.send = send;
    expect(sent).toBe(0);
  });

  it("can always read /health and the documentation", async () => {
    await storm(unknown);
    expect(await storm("/health", {}, 100)).toEqual({ 200: 100 });
    expect(await storm("/docs/start.js", {}, 100)).toEqual({ 200: 100 });
    expect(await storm("/openapi.json", {}, 5)).toEqual({ 429: 5 });
  });
});

describe("what counts", () => {
  it("is counted for every call of a batch, however its commas are encoded", async () => {
    const batch = (comma: string) => `/trpc/${Array(10).fill("session.get").join(comma)}?batch=1`;
    const statuses = [];
    for (let i = 0; i < 16; i++) statuses.push((await app.call("GET", batch(i % 2 ? "," : "%2C"))).status);
    expect(statuses.map((status) => status === 429)).toEqual([...Array(15).fill(false), true]);
  });

  it("is not limited if the limit is 0", async () => {
    app = await openApp({ core, RATE_LIMIT_PER_SECOND: 0 });
    expect(await storm(unknown, {}, 200)).toEqual({ 404: 200 });
  });

  it("is not counted for preflight requests", async () => {
    await storm(unknown);
    const headers = { origin: allowed, "access-control-request-method": "POST" };
    expect((await app.call("OPTIONS", "/user", { headers })).status).toBe(204);
  });
});

describe("a session", () => {
  const from = "203.0.113.40";
  const guests = (count: number) => Promise.all(Array.from({ length: count }, () => app.startGuest()));

  it("is counted by itself, while strangers of its address are refused", async () => {
    const [own, other] = (await guests(2)).map(({ token }) => token);
    await storm(unknown, { from });
    expect(await storm(unknown, { from }, 5)).toEqual({ 429: 5 });
    expect(await storm(unknown, { from, token: own }, 60)).toEqual({ 404: 30, 429: 30 });
    expect(await storm(unknown, { from, token: other }, 30)).toEqual({ 404: 30 });
    const cookie = { cookie: `evently_session=${own}` };
    expect(await storm(unknown, { from, headers: cookie }, 5)).toEqual({ 429: 5 });
  });

  it("is the same from another address", async () => {
    const [guest] = await guests(1);
    expect(await storm(unknown, { from, token: guest?.token }, 30)).toEqual({ 404: 30 });
    expect(await storm(unknown, { from: "203.0.113.41", token: guest?.token }, 5)).toEqual({ 429: 5 });
  });

  it("that this process has not met is looked for, however much strangers of its address send", async () => {
    const other = await openCore({ alongside: core });
    const { token } = await (await openApp({ core: other })).startGuest();
    await other.close();
    await storm(unknown, { from });
    expect(await storm(unknown, { from }, 5)).toEqual({ 429: 5 });
    expect(await storm(unknown, { from, token: "claimed" }, 5)).toEqual({ 429: 5 });
    expect(await storm(unknown, { from, token }, 60)).toEqual({ 404: 30, 429: 30 });
    expect(await storm(unknown, { from, token: "claimed" }, 5)).toEqual({ 429: 5 });
  });

  it("of nobody counts as a stranger, and has no more than so many looked for", async () => {
    const { send } = core.table;
    let sent = 0;
    core.table.send = ((command: never) => {
      sent++;
      return send(command);
    }) as typeof send;
    const claim = async (n: number) => (await app.call("GET", unknown, { from, token: `claimed-${n}` })).status;
    const statuses = await Promise.all(Array.from({ length: 1_000 }, (_, n) => claim(n)));
    core.table.send = send;
    expect(statuses.filter((status) => status === 404)).toHaveLength(150);
    expect(sent).toBe(300);
    const { token } = await app.startGuest();
    expect(await storm(unknown, { from, token }, 30)).toEqual({ 404: 30 });
  });

  it("is no way for an address to take all: together its sessions have ten times as much", async () => {
    const tokens = (await guests(25)).map(({ token }) => token);
    const answers = await Promise.all(tokens.map((token) => storm(unknown, { from, token }, 30)));
    expect(answers.reduce((sum, { 404: count = 0 }) => sum + count, 0)).toBe(600);
    expect(await storm(unknown, { from: "203.0.113.42" }, 30)).toEqual({ 404: 30 });
  });
});

describe("the counted client", () => {
  it("is one address", async () => {
    await storm(unknown, { from: "203.0.113.5" });
    expect(await storm(unknown, { from: "203.0.113.6" }, 30)).toEqual({ 404: 30 });
  });

  it("is one IPv6 household, whichever address it uses", async () => {
    await storm(unknown, { from: "2001:db8:0:7::1" });
    expect(await storm(unknown, { from: "2001:db8:0:7:aaaa::2" }, 5)).toEqual({ 429: 5 });
    expect(await storm(unknown, { from: "2001:db8:0:8::1" }, 5)).toEqual({ 404: 5 });
  });

  it("is the peer, whatever its headers claim", async () => {
    const as = (forwardedFor: string) => ({ from: "203.0.113.7", headers: forwarded(forwardedFor) });
    await Promise.all(Array.from({ length: 150 }, (_, i) => app.call("GET", unknown, as(`198.51.100.${i}`))));
    expect(await storm(unknown, as("198.51.100.99"), 5)).toEqual({ 429: 5 });
  });

  it.runIf(canRunNginx())("behind nginx is the peer of nginx, whatever its headers claim", async () => {
    const api = await listenTo(app);
    const nginx = await startNginx([api.port], [api.port]);
    onTestFinished(async () => {
      await nginx.stop();
      await api.close();
    });
    // nginx counts a batch as one request, the API as ten.
    const path = `/api/trpc/${Array(10).fill("session.get").join()}?batch=1`;
    const ask = async (from: string, forwardedFor: string) =>
      (await askNginx(nginx.port, path, { from, headers: forwarded(forwardedFor) })).status;
    const statuses = [];
    for (let i = 0; i < 16; i++) statuses.push(await ask("127.0.3.1", `198.51.100.${i}`));
    expect(statuses).toEqual([...Array(15).fill(200), 429]);
    expect(await ask("127.0.3.2", "127.0.3.1")).toBe(200);
  });

  it.each(["127.0.0.1", "::1", "10.2.3.4"])(
    "is whom the proxy at %s names last, not what stands before",
    async (from) => {
      await storm(unknown, { from, headers: forwarded("203.0.113.8") });
      const again = { from, headers: forwarded("1.2.3.4", "203.0.113.8") };
      expect(await storm(unknown, again, 5)).toEqual({ 429: 5 });
      expect(await storm(unknown, { from, headers: forwarded("203.0.113.9") }, 5)).toEqual({ 404: 5 });
    },
  );
});
