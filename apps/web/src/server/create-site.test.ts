import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { hashSource } from "./http/content-policy";
import { openSite } from "./open-site.fixture";

test("a page is kept for each way of writing dates, and not for each language", async () => {
  const { ask, seen } = await openSite();
  for (const language of ["de-DE,de;q=0.9", "fr", "en-GB", "", "en-US", "en-US,en;q=0.5", "not a language"])
    await ask({ path: "/", headers: { "accept-language": language } });
  expect(seen.map(({ headers }) => headers["accept-language"])).toEqual(["en-GB", "en-US"]);
});

test("a kept page's policy names its own scripts, and neither a nonce nor what was injected", async () => {
  const { ask } = await openSite();
  const { headers, text } = await ask({ path: "/" });
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain(hashSource("start()"));
  expect(policy).not.toContain(hashSource("injected()"));
  expect(policy).not.toMatch(/nonce|strict-dynamic/);
  expect(text).toMatch(/^<script>start\(\)/);
  expect(headers).toMatchObject({
    "cache-control": expect.stringMatching(/^public, max-age=0, s-maxage=\d, stale-while-revalidate=\d+$/),
    vary: "rsc, Accept-Language, Accept-Encoding",
    "server-timing": expect.stringMatching(/^now;dur=[\d.]+$/),
  });
});

test.each([
  ["a page of one's own", { path: "/bookings" }],
  ["what the router of an open page asks for", { path: "/", headers: { rsc: "1", referer: "http://site/" } }],
])("%s is rendered for each visitor, with a nonce", async (_, asked) => {
  const { ask, seen } = await openSite();
  const policies = [await ask(asked), await ask(asked)].map(({ headers }) => headers["content-security-policy"]);
  expect(seen).toHaveLength(2);
  expect(policies[0]).toMatch(/'nonce-/);
  expect(policies[0]).not.toBe(policies[1]);
});

test.each(["/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD", "/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD/calendar.ics", "/sign-in"])(
  "%s is kept by nobody, in no list, and not told to other sites",
  async (path) => {
    const { ask } = await openSite();
    expect((await ask({ path })).headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    });
    expect((await ask({ path: "/bookings" })).headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  },
);

test("the door alone may ask for a camera, and is a document of its own", async () => {
  const { ask } = await openSite();
  const camera = async (path: string) => (await ask({ path })).headers["permissions-policy"];
  expect(await camera("/door/event-00001")).toMatch(/^camera=\(self\)/);
  for (const path of ["/", "/organizer", "/checkout/holding-00001"]) expect(await camera(path)).toMatch(/^camera=\(\)/);
  const headers = { rsc: "1", referer: "http://site/organizer/events/event-00001" };
  expect((await ask({ path: "/door/event-00001", headers })).status).toBe(204);
});

test.each(["/bookings/booking-00042/offline", "/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD/offline"])(
  "%s may show its own style, and load and run nothing",
  async (path) => {
    const { ask } = await openSite();
    const policy = String((await ask({ path })).headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; /);
    expect(policy).not.toMatch(/script|connect|nonce|unsafe|'self'/);
  },
);

test("a page that is asked for with an empty RSC header is everyone's, as nginx has it", async () => {
  const { ask, seen } = await openSite();
  const kept = await ask({ path: "/" });
  expect((await ask({ path: "/", headers: { rsc: "" } })).text).toBe(kept.text);
  expect(seen).toHaveLength(1);
});

test.each([
  ["sets a cookie", { "set-cookie": "a=b", "content-type": "text/html" }, 200],
  ["fails", { "content-type": "text/html" }, 500],
  ["leads elsewhere", { location: "/" }, 307],
  ["is no page", { "content-type": "text/x-component" }, 200],
])("an answer that %s is not kept", async (_, headers, status) => {
  const { ask, seen } = await openSite((_request, response) => void response.writeHead(status, headers).end("x"));
  const answers = [await ask({ path: "/" }), await ask({ path: "/" })];
  expect(seen).toHaveLength(2);
  for (const answer of answers) {
    expect(answer.status).toBe(status);
    const { "set-cookie": _dropped, ...kept } = headers as Record<string, string>;
    expect(answer.headers).toMatchObject({ ...kept, "cache-control": "private, no-store" });
    expect(answer.headers).not.toHaveProperty("set-cookie");
  }
});

test("pages of one's own leave turns for everyone's, and one address for another", async () => {
  const held: ServerResponse[] = [];
  let isFreed = false;
  const { ask, server } = await openSite(({ url }, response) => {
    if (isFreed || url === "/" || url === "/organizer")
      response.writeHead(200, { "content-type": "text/html" }).end("a page");
    else held.push(response);
  });
  const crowd = Array.from({ length: 40 }, () =>
    ask({ path: "/bookings", headers: { "x-forwarded-for": "192.0.2.1" } }),
  );
  await expect.poll(() => held.length).toBe(5);
  expect((await ask({ path: "/" })).status).toBe(200);
  const heard = once(server, "request");
  const other = ask({ path: "/organizer", headers: { "x-forwarded-for": "192.0.2.2" } });
  await heard;
  // Then it stands in the line.
  await new Promise((done) => setImmediate(done));
  expect(held).toHaveLength(5);
  held.shift()?.end("a page");
  held.shift()?.end("a page");
  expect((await other).status).toBe(200);
  isFreed = true;
  for (const response of held) response.end("a page");
  await Promise.all(crowd);
});

test("nobody can ask in everyone's name", async () => {
  const { ask, seen } = await openSite();
  await ask({ path: "/bookings", headers: { "x-shared-page": "1", "x-forwarded-for": "192.0.2.1" } });
  expect(seen[0]?.headers["x-shared-page"]).toBeUndefined();
  expect(seen[0]?.headers["x-forwarded-for"]).toBe("192.0.2.1, 127.0.0.1");
});

test("what someone asked who hung up at once is not done", async () => {
  const { port, seen, server } = await openSite();
  const heard = once(server, "request");
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const head = "POST /api/events HTTP/1.1\r\nHost: site\r\nX-Forwarded-For: 192.0.2.1\r\nContent-Length: 0\r\n\r\n";
  socket.write(head, () => socket.resetAndDestroy());
  await heard;
  expect(seen).toEqual([]);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("no page takes %s, and the API does", async (method) => {
  const { ask, seen } = await openSite();
  const refused = await ask({ path: "/bookings", method, headers: { "next-action": "a", rsc: "1" } });
  expect(refused).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  expect(seen).toEqual([]);
  expect((await ask({ path: "/api/events", method })).status).toBe(200);
});

test("beyond the queue visitors are told when to come again", async () => {
  const held: ServerResponse[] = [];
  let isFreed = false;
  const { ask } = await openSite((_, response) => void (isFreed ? response.end("a page") : held.push(response)));
  const asked = Array.from({ length: 300 }, () => ask({ path: "/bookings" }));
  const refused = await Promise.race(asked);
  expect(refused).toMatchObject({ status: 503, headers: { "retry-after": "5", "cache-control": "no-store" } });
  expect(refused.text).toContain("<h1");
  isFreed = true;
  for (const response of held) response.end("a page");
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(256);
});

test.each([
  ["/checkout/holding-00001", "/events/event-00001", 204],
  ["/checkout/holding-00001", undefined, 204],
  ["/bookings/booking-00001", "/checkout/holding-00001", 204],
  ["/", "/challenge/holding-00001", 204],
  ["/challenge/holding-00001", "/checkout/holding-00001", 200],
  ["/bookings", "/events/event-00001", 200],
  ["/bookings", undefined, 200],
  ["/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD", "/bookings/booking-00042", 204],
  ["/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD", undefined, 200],
])("the router that goes to %s from %s gets %s", async (path, from, status) => {
  const { ask } = await openSite();
  const headers = { rsc: "1", ...(from && { referer: `http://site${from}` }) };
  expect((await ask({ path, headers })).status).toBe(status);
});

test("where the API is stands in no answer, and no type is guessed", async () => {
  const { ask } = await openSite((_, response) => {
    response.setHeader("x-middleware-rewrite", "http://10.0.0.1:8000/events");
    response.end("{}");
  });
  const { headers } = await ask({ path: "/api/events" });
  expect(headers).not.toHaveProperty("x-middleware-rewrite");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("a page hears PUBLIC_ORIGIN, whatever Host and X-Forwarded-Host claim", async () => {
  const { ask, seen } = await openSite();
  await ask({
    path: "/bookings",
    headers: { host: "evil.example", "x-forwarded-host": "a b/c", "x-forwarded-proto": "x" },
  });
  expect(seen[0]?.headers).toMatchObject({
    host: "127.0.0.1:3000",
    "x-forwarded-host": "127.0.0.1:3000",
    "x-forwarded-proto": "http",
  });
});

test("the mailbox is for this machine, by a name of its own", async () => {
  const { ask, seen } = await openSite();
  for (const path of ["/mailbox?key=any", "/mailbox/samples", "//mailbox"])
    expect(await ask({ path, headers: { host: "rebound.example" } })).toMatchObject({ status: 404 });
  expect(seen).toEqual([]);
  await ask({ path: "/mailbox?key=any", headers: { host: "localhost:3000" } });
  expect(seen).toHaveLength(1);
});

test.each(["/_next/nothing", "/_next/data/x.json", "/__nextjs", "/api/", "/_next/static/%2e%2e/nothing"])(
  "%s is a page that is not found, with a policy",
  async (path) => {
    const { ask } = await openSite();
    expect((await ask({ path })).headers["content-security-policy"]).toMatch(/'nonce-/);
  },
);

test.each([
  ["*", "site"],
  ["/\\evil.example/", "site"],
  ["/_next/static/\\..\\..\\..\\?search=a", "site"],
  ["http://evil.example/", "site"],
  ["/", "a b"],
  ["/", "user@evil.example"],
])("GET %s at %s can't be read", async (target, host) => {
  const { port, seen } = await openSite();
  const socket = connect(port, "127.0.0.1");
  socket.end(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let text = "";
  for await (const part of socket.setEncoding("utf8")) text += part;
  expect(text).toMatch(/^HTTP\/1.1 400 /);
  expect(seen).toEqual([]);
});

test("an address that no text has leads nowhere", async () => {
  const { ask, seen } = await openSite();
  expect((await ask({ path: "/events/%E0%A4%A" })).status).toBe(200);
  expect(seen[0]?.url).toBe("/nowhere");
});
