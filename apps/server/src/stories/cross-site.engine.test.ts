import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foreign, own, startInBrowser, whoAmI } from "../testing/http/browser-session.ts";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
const allowed = "https://tickets.example.org";

beforeAll(async () => {
  app = await openApp({ CORS_ORIGINS: [allowed] });
});
afterAll(() => app.core.close());

describe("a request from another site with the visitor's cookie", () => {
  it("is refused if it would change something", async () => {
    const cookie = await startInBrowser(app);
    const sends: Record<string, string>[] = [
      foreign,
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { ...own, "sec-fetch-site": "cross-site" },
    ];
    for (const headers of sends) {
      const rest = await app.call("DELETE", "/session", { headers: { ...headers, cookie } });
      expect([rest.status, rest.body.error_code]).toEqual([403, "CROSS_ORIGIN_REFUSED"]);
      const trpc = await app.call("POST", "/trpc/session.end", {
        headers: { ...headers, cookie, "content-type": "application/json" },
        body: {},
      });
      expect([trpc.status, JSON.parse(trpc.text).error.data.failure.error_code]).toEqual([403, "CROSS_ORIGIN_REFUSED"]);
    }
    expect(await whoAmI(app, { cookie })).not.toBeNull();
  });

  it("is accepted from the site itself, from an allowed origin, and with a bearer token", async () => {
    for (const headers of [own, { origin: allowed }]) {
      const cookie = await startInBrowser(app, headers);
      expect((await app.call("DELETE", "/session", { headers: { ...headers, cookie } })).status).toBe(204);
    }
    const { token } = await app.startGuest();
    expect((await app.call("DELETE", "/session", { token, headers: foreign })).status).toBe(204);
  });

  it("can be read only by allowed origins", async () => {
    const readable = await app.call("GET", "/events", { headers: { origin: allowed } });
    expect(readable.headers.get("access-control-allow-origin")).toBe(allowed);
    expect(readable.headers.get("access-control-allow-credentials")).toBe("true");
    const exposed = readable.headers.get("access-control-expose-headers")?.split(",");
    expect(exposed).toEqual(expect.arrayContaining(["ETag", "Idempotency-Replayed"]));
    const ask = { "access-control-request-method": "POST", "access-control-request-headers": "authorization" };
    for (const [origin, expected] of [
      [allowed, allowed],
      [foreign.origin, null],
    ] as const) {
      const { status, headers } = await app.call("OPTIONS", "/user", { headers: { ...ask, origin } });
      expect([status, headers.get("access-control-allow-origin")]).toEqual([204, expected]);
      expect(headers.get("access-control-allow-methods")).toBe("GET,HEAD,POST,PATCH,DELETE");
    }
    const hidden = await app.call("GET", "/events", { headers: foreign });
    expect(hidden.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("a page of another site, which would have each of its visitors ask", () => {
  it.each([
    ["/session", { email: "third@example.org" }],
    ["/session/confirm", { token: "x" }],
    ["/tickets/resend", { booking_id: "booking-00001", email: "third@example.org" }],
  ])("is refused by POST %s, with a cookie or without; a program and the site are not", async (path, body) => {
    const raw = JSON.stringify(body);
    const headers = { ...foreign, "sec-fetch-site": "cross-site", "content-type": "text/plain" };
    const asked = await app.call("POST", path, { headers, raw });
    expect([asked.status, asked.body.error_code]).toEqual([403, "CROSS_ORIGIN_REFUSED"]);
    for (const allowed of [own, {}])
      expect((await app.call("POST", path, { headers: allowed, body })).body.error_code).not.toBe(
        "CROSS_ORIGIN_REFUSED",
      );
  });
});
