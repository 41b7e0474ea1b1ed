import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Answer, maxAnswered, type Question } from "../testing/nginx/ask-nginx.ts";
import { canRunNginx, type OpenNginx, openNginx, say } from "../testing/nginx/open-nginx.ts";

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
  /** Of every other session as the version before made them. */
  const tokenOf = (n: number) => `${n % 2 === 0 ? "" : "user-00001."}${String(n).padStart(43, "a")}`;
  const countAnswered = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length;

  it("allows strangers of an address ten a second and 80 more at once, and rejects the rest with RATE_LIMITED", async () => {
    const began = performance.now();
    const answers = await askOften(160, "/api/events", "127.0.0.11");
    const most = maxAnswered({ burst: 80, began });
    const refused = answers.filter(({ status }) => status !== 200);
    const answered = answers.length - refused.length;
    expect(answered).toBeGreaterThanOrEqual(81);
    expect(answered).toBeLessThanOrEqual(most);
    expect(open.api.seen).toHaveLength(answered);
    for (const answer of refused) {
      expectFailure(answer, "RATE_LIMITED", errorRegistry.RATE_LIMITED.text);
      expect(answer.headers).toMatchObject({ "retry-after": "1", "x-content-type-options": "nosniff" });
    }
  });

  it("counts streams too, and each address separately", async () => {
    const began = performance.now();
    const before = await askOften(100, "/api/events", "127.0.0.12");
    const streams = await askOften(60, "/api/trpc/x", "127.0.0.12", { accept: "text/event-stream" });
    expect(countAnswered([...before, ...streams])).toBeLessThanOrEqual(maxAnswered({ burst: 80, began }));
    expect((await open.ask("/api/events", { from: "127.0.0.13" })).status).toBe(200);
  });

  it.each([
    ["2001:db8:1:2", (n: number) => `2001:db8:1:2:${n.toString(16)}:a:b:c`],
    ["2001:db8:1:3 with zeros behind", (n: number) => `2001:db8:1:3::${n.toString(16)}`],
    ["2001:db8::/64 with zeros in its middle", (n: number) => `2001:db8::${n.toString(16)}:1`],
  ])("takes all addresses of an IPv6 /64 for one: %s", async (_, addressOf) => {
    const began = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 160 }, (_, n) => open.askInner("/api/events", addressOf(n + 1))),
    );
    expect(countAnswered(answers)).toBeGreaterThanOrEqual(81);
    expect(countAnswered(answers)).toBeLessThanOrEqual(maxAnswered({ burst: 80, began }));
    expect((await open.askInner("/api/events", "2001:db8:1:4::1")).status).toBe(200);
  });

  it("limits who asks for ever new names of files", async () => {
    const [from, began] = ["127.0.0.33", performance.now()];
    const answers = [];
    for (let n = 0; n < 1000; n += 250)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 250 }, (_, i) => open.ask(`/_next/static/chunks/${n + i}.js`, { from })),
        )),
      );
    expect(countAnswered(answers)).toBeGreaterThan(500);
    expect(countAnswered(answers)).toBeLessThanOrEqual(maxAnswered({ burst: 600, began, perSecond: 100 }));
    expect(answers.filter(({ status }) => status !== 200 && status !== 429)).toEqual([]);
  });

  it.each([
    ["cookie", (token: string) => ({ cookie: `theme=dark; evently_session=${token}` })],
    ["token", (token: string) => ({ authorization: `Bearer ${token}` })],
  ])("counts a session by itself, known by its %s", async (_, say) => {
    const from = `127.0.0.${20 + _.length}`;
    await askOften(160, "/api/events", from);
    const began = performance.now();
    const own = await askOften(60, "/api/events", from, say(tokenOf(1)));
    expect(countAnswered(own)).toBeGreaterThanOrEqual(21);
    expect(countAnswered(own)).toBeLessThanOrEqual(maxAnswered({ burst: 20, began }));
    expect(countAnswered(await askOften(20, "/api/events", from, say(tokenOf(2))))).toBe(20);
  });

  const keyOf = (n: number, event = "event-00001") => `${event}.${String(n).padStart(16, "k")}.${"a".repeat(43)}`;
  const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

  it("counts a door's key by itself, also where its audience has used up the address", async () => {
    const from = "127.0.0.34";
    await askOften(160, "/api/events", from);
    const began = performance.now();
    const own = await askOften(60, "/api/events/event-00001/check-ins", from, withKey(keyOf(1)));
    expect(countAnswered(own)).toBeGreaterThanOrEqual(21);
    expect(countAnswered(own)).toBeLessThanOrEqual(maxAnswered({ burst: 20, began }));
    const others = [keyOf(2), keyOf(1, "event-00002"), keyOf(3, "event-123456789012345")];
    for (const key of others) expect(countAnswered(await askOften(10, "/api/events", from, withKey(key)))).toBe(10);
  });

  it("counts what looks like no key of ours by the address", async () => {
    const [from, began] = ["127.0.0.35", performance.now()];
    const claims = [`${keyOf(1)}x`, keyOf(1, "event-1"), keyOf(1).replace(".", ""), `x${keyOf(1)}`];
    const answers = await Promise.all(claims.map((key) => askOften(40, "/api/events", from, withKey(key))));
    expect(countAnswered(answers.flat())).toBeLessThanOrEqual(maxAnswered({ burst: 80, began }));
  });

  it("limits an address that claims a new key each time as a network", async () => {
    const [from, began] = ["127.0.0.36", performance.now()];
    const answers = [];
    for (let n = 0; n < 1000; n += 250)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 250 }, (_, i) => open.ask("/api/events", { from, headers: withKey(keyOf(n + i)) })),
        )),
      );
    expect(countAnswered(answers)).toBeGreaterThan(500);
    expect(countAnswered(answers)).toBeLessThanOrEqual(maxAnswered({ burst: 600, began, perSecond: 100 }));
  });

  it("keeps nothing that was answered to a key", async () => {
    const kept = `/api/kept-for-doors?${say({ "cache-control": "public, max-age=600" })}`;
    for (let i = 0; i < 3; i++)
      expect((await open.ask(kept, { headers: withKey(keyOf(1)) })).headers["x-cache"]).not.toBe("HIT");
  });

  it("counts what looks like no session of ours by the address", async () => {
    const [from, began] = ["127.0.0.31", performance.now()];
    const claims = ["evently_session=1", "session=a", "evently_session=", `evently_session=${tokenOf(1)}x`];
    const answers = await Promise.all(claims.map((cookie) => askOften(40, "/api/events", from, { cookie })));
    expect(countAnswered(answers.flat())).toBeLessThanOrEqual(maxAnswered({ burst: 80, began }));
  });

  it("limits an address that claims a new session each time as a network", async () => {
    const [from, began] = ["127.0.0.32", performance.now()];
    const claim = (n: number) =>
      open.ask("/api/events", { from, headers: { cookie: `evently_session=${tokenOf(n)}` } });
    const answers = [];
    for (let n = 0; n < 1000; n += 250)
      answers.push(...(await Promise.all(Array.from({ length: 250 }, (_, i) => claim(n + i)))));
    expect(countAnswered(answers)).toBeGreaterThan(500);
    expect(countAnswered(answers)).toBeLessThanOrEqual(maxAnswered({ burst: 600, began, perSecond: 100 }));
  });

  it("never limits /health, the site's files, or what comes from the cache", async () => {
    const kept = `/api/kept?${say({ "cache-control": "public, max-age=600" })}`;
    const page = `/events/event-00001`;
    open.site.say({ "cache-control": "public, s-maxage=600" });
    for (const path of [kept, page])
      await expect.poll(async () => (await open.ask(path)).headers["x-cache"]).toBe("HIT");
    for (const path of ["/health", "/api/health", "/_next/static/chunks/a.js", kept, page]) {
      const statuses = (await askOften(200, path, "127.0.0.14")).map(({ status }) => status);
      expect([path, ...new Set(statuses)]).toEqual([path, 200]);
    }
  });

  it("allows prefetches of a page's links, and limits endless page requests", async () => {
    const statuses = (await askOften(120, "/bookings", "127.0.0.15")).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const began = performance.now();
    const without = await askOften(250, "/bookings", "127.0.0.16");
    expect(countAnswered(without)).toBeLessThanOrEqual(maxAnswered({ burst: 120, began }));
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

describe.runIf(canRunNginx())("nginx at another rate", () => {
  async function openAt(rate: number) {
    const open = await openNginx({ rate });
    onTestFinished(() => open.close());
    return (times: number, path: string, question: Question = {}) =>
      Promise.all(Array.from({ length: times }, () => open.ask(path, { from: "127.0.0.1", ...question })));
  }

  it("lets strangers of an address send RATE_LIMIT_PER_SECOND", async () => {
    const askOften = await openAt(1);
    const began = performance.now();
    const statuses = (await askOften(200, "/api/events")).map(({ status }) => status);
    const answered = statuses.filter((status) => status === 200).length;
    expect(answered).toBeGreaterThanOrEqual(81);
    expect(answered).toBeLessThanOrEqual(maxAnswered({ burst: 80, began, perSecond: 1 }));
  });

  it("has no limit where that is 0", async () => {
    const askOften = await openAt(0);
    const statuses = (await askOften(200, "/api/events")).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it("says in a page that it is too much to who opens one, and in an error to scripts", async () => {
    const askOften = await openAt(1);
    const refuse = async (times: number, path: string, question: Question) =>
      (await askOften(times, path, question)).find(({ status }) => status !== 200) as Answer;
    const headers = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
    const page = await refuse(200, "/bookings", { headers });
    expect([page.status, page.headers["content-type"]]).toEqual([429, "text/html; charset=utf-8"]);
    expect(page.headers).toMatchObject({ "retry-after": "5", "x-content-type-options": "nosniff" });
    for (const words of ["Too many pages at once.", "Try again in 5 seconds"]) expect(page.text).toContain(words);
    const posted = await refuse(50, "/organizer", { method: "POST", headers });
    expect([posted.status, posted.text]).toEqual([429, page.text]);
    const script = await refuse(50, "/bookings", { headers: { rsc: "1", accept: "*/*" } });
    const ofTheApi = await refuse(200, "/api/events", { headers });
    for (const refused of [script, ofTheApi]) expectFailure(refused, "RATE_LIMITED", errorRegistry.RATE_LIMITED.text);
    const [itself] = await askOften(1, "/too-many-requests.html");
    expect(itself?.status).toBe(404);
  });
});
