import { once } from "node:events";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { canRunNginx, type OpenNginx, openNginx, say } from "../testing/nginx/open-nginx.ts";
import { openUpstream } from "../testing/nginx/open-upstream.ts";
import { startNginx } from "../testing/nginx/start-nginx.ts";

describe.runIf(canRunNginx())("routing through nginx", () => {
  let open: OpenNginx;
  beforeAll(async () => {
    open = await openNginx();
  });
  afterAll(() => open?.close());

  it("routes /api to the API without the prefix, /health too, and everything else to the site", async () => {
    const { api, site, ask } = open;
    for (const path of ["/api/events?city=Oslo&price_max=100", "/api/health", "/health"]) await ask(path);
    for (const path of ["/", "/bookings?page=2"]) await ask(path);
    expect(api.seen.map(({ url }) => url)).toEqual(["/events?city=Oslo&price_max=100", "/health", "/health"]);
    expect(site.seen.map(({ url }) => url)).toEqual(["/", "/bookings?page=2"]);
  });

  it("names a booking's link in no header to another site", async () => {
    for (const path of [
      "/t/42.abc",
      "/t/42.abc/calendar.ics",
      "/api/tickets/42.abc",
      "/api/tickets/42.abc/cancel",
      "/sign-in",
    ])
      expect((await open.ask(path)).headers["referrer-policy"]).toBe("no-referrer");
    expect(open.api.seen.slice(-2).map(({ url }) => url)).toEqual(["/tickets/42.abc", "/tickets/42.abc/cancel"]);
  });

  it("sends the API the visitor's real address and host, whatever the headers claim", async () => {
    const headers = { host: "tickets.example:8080", "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "evil.example" };
    await open.ask("/api/whoami", { from: "127.0.0.77", headers });
    expect(open.api.seen.at(-1)?.headers).toMatchObject({
      host: "tickets.example:8080",
      "x-forwarded-host": "tickets.example:8080",
      "x-forwarded-for": "127.0.0.77",
      "x-forwarded-proto": "http",
    });
  });

  it("sends the site the same, of pages and of what it keeps", async () => {
    const headers = { "x-forwarded-for": "1.2.3.4, 127.0.0.1", "x-forwarded-host": "evil.example" };
    for (const [index, path] of ["/", "/bookings", "/_next/static/b.js", "/events/event-00009"].entries()) {
      await open.ask(path, { from: `127.0.0.${80 + index}`, headers });
      expect(open.site.seen.at(-1)).toMatchObject({
        url: path,
        headers: { "x-forwarded-for": `127.0.0.${80 + index}` },
      });
    }
  });

  it("adds the security headers to every response once, and leaves the content security policy to the site", async () => {
    const { ask } = open;
    const sentHeaders = { "content-security-policy": "default-src 'self'", "referrer-policy": "unsafe-url" };
    const page = await ask(`/bookings?${say(sentHeaders)}`);
    expect(page.headers["content-security-policy"]).toBe("default-src 'self'");
    const others = ["/api/events", "/_next/static/a.js", "/bookings?status=500"];
    open.site.say({ "referrer-policy": "unsafe-url" });
    for (const { headers } of [page, ...(await Promise.all(others.map((path) => ask(path))))])
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
      });
    expect((await ask("/api/events")).headers["content-security-policy"]).toBeUndefined();
  });

  it("sends HSTS only over TLS", async () => {
    expect((await open.ask("/")).headers["strict-transport-security"]).toBeUndefined();
    const secure = await open.ask("/", { headers: { "x-forwarded-proto": "https" } });
    expect(secure.headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(open.site.seen.at(-1)?.headers["x-forwarded-proto"]).toBe("https");
  });

  it("caches the site's hashed files for good, and never a missing one", async () => {
    open.site.say({ "cache-control": "public, max-age=600" });
    const [file, missing] = ["/_next/static/chunks/a.js", "/_next/static/chunks/b.js"];
    const kept = await open.ask(file);
    expect(kept.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await open.ask(`${file}?x=1`)).text).toBe(kept.text);
    open.site.say({ "cache-control": "no-cache" }, 404);
    const nothing = await open.ask(missing);
    expect([nothing.status, nothing.headers["cache-control"]]).toEqual([404, undefined]);
    open.site.say({ "cache-control": "no-cache" });
    expect((await open.ask(missing)).status).toBe(200);
    expect((await open.ask("/other.js")).headers["cache-control"]).toBe("no-cache");
    open.site.say({});
  });

  it("compresses long text for clients that accept it", async () => {
    const path = `/api/events?times=200&${say({ "content-type": "application/json" })}`;
    const headers = { "accept-encoding": "gzip" };
    const packed = await open.ask(path, { headers });
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    expect((await open.ask(path)).headers["content-encoding"]).toBeUndefined();
    expect((await open.ask("/api/events", { headers })).headers["content-encoding"]).toBeUndefined();
  });

  it("passes on the events of a stream one by one", async () => {
    let feed: ServerResponse | undefined;
    const stream = await openUpstream((_, response) => {
      feed = response.writeHead(200, { "content-type": "text/event-stream" });
      feed.write("id: 0\n\n");
    });
    const nginx = await startNginx([stream.port], [stream.port]);
    onTestFinished(async () => {
      await nginx.stop();
      await stream.close();
    });
    const headers = { accept: "text/event-stream", "accept-encoding": "gzip" };
    const path = "/api/trpc/seat.watch?input=1";
    const subscription = request({ host: "127.0.0.1", port: nginx.port, path, headers, agent: false });
    subscription.end();
    const [answer] = (await once(subscription, "response")) as [IncomingMessage];
    const events = answer.setEncoding("utf8")[Symbol.asyncIterator]();
    // Each event is sent only after the one before it arrived, so a buffer on the way would stop this for good.
    for (let id = 0; id < 20; id++) {
      expect(await events.next()).toEqual({ done: false, value: `id: ${id}\n\n` });
      feed?.write(`id: ${id + 1}\n\n`);
    }
    expect(stream.seen.map(({ url }) => url)).toEqual(["/trpc/seat.watch?input=1"]);
    subscription.destroy();
  });
});
