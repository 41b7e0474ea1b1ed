import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foreign, own, startInBrowser, whoAmI } from "../testing/http/browser-session.ts";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;

beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.core.close());

describe("a session", () => {
  it("is an HttpOnly cookie for a page of the site", async () => {
    const answer = await app.call("POST", "/session/guest", { headers: own });
    expect(answer.headers.get("set-cookie")).toMatch(
      /^evently_session=user-\d{5}\.[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
    const { user, token } = answer.body as { user: { user_id: string }; token: string };
    expect(await whoAmI(app, { cookie: `evently_session=${token}` })).toMatchObject({ user_id: user.user_id });
  });

  it("is a Secure cookie if the visitor uses https", async () => {
    const headers = { origin: "https://site.test", "x-forwarded-host": "site.test", "x-forwarded-proto": "https" };
    const answer = await app.call("POST", "/session/guest", { headers });
    expect(answer.headers.get("set-cookie")).toContain("; Secure");
  });

  it("is returned without a cookie to programs and to pages of other sites", async () => {
    for (const headers of [{}, foreign]) {
      const answer = await app.call("POST", "/session/guest", { headers });
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.body.token).toEqual(expect.any(String));
    }
  });

  it("is set over tRPC too, and for a new account", async () => {
    const headers = { ...own, "content-type": "application/json" };
    const guest = await app.call("POST", "/trpc/session.startGuest", { headers, body: {} });
    expect(guest.headers.get("set-cookie")).toContain("evently_session=");
    const user = await app.call("POST", "/user", { headers, body: { email: "cookie@example.org" } });
    expect(user.headers.get("set-cookie")).toContain("evently_session=");
    expect(user.body).toMatchObject({ role: "attendee", name: null, token: expect.any(String) });
  });

  it("ends for good: the cookie is deleted and the token is invalid", async () => {
    const cookie = await startInBrowser(app);
    const ended = await app.call("DELETE", "/session", { headers: { ...own, cookie } });
    expect([ended.status, ended.text]).toEqual([204, ""]);
    expect(ended.headers.get("set-cookie")).toContain("evently_session=; Path=/; Max-Age=0");
    expect(await whoAmI(app, { cookie })).toBeNull();
  });

  it("is stored without its token", async () => {
    const { token } = await app.startGuest();
    const stored: string[] = [];
    const { send } = app.core.table;
    app.core.table.send = ((command: { input: unknown }) => {
      stored.push(JSON.stringify(command.input));
      return send(command as never);
    }) as typeof send;
    await app.call("GET", "/events/event-00001/hold", { token });
    app.core.table.send = send;
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.join()).not.toContain(token);
  });

  it("is required to hold", async () => {
    for (const token of [undefined, "made-up"]) {
      const answer = await app.call("POST", "/events/event-00001/hold", { token, body: { seats: ["A-1"] } });
      expect([answer.status, answer.body.error_code]).toEqual([401, "SIGN_IN_REQUIRED"]);
    }
  });

  const day = 86_400;
  const ageOf = (headers: Headers) =>
    Number(/^evently_session=[^;]+; Path=\/; Max-Age=(\d+);/.exec(headers.get("set-cookie") ?? "")?.[1]);
  const readUser = (cookie: string) => app.call("GET", "/trpc/session.get", { headers: { ...own, cookie } });

  it("of a buyer lasts over the winter and longer, as the cookie does, if it is used", async () => {
    const started = await app.call("POST", "/session/guest", { headers: own });
    expect(ageOf(started.headers)).toBe(400 * day);
    const cookie = started.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (const days of [2, 31, 200, 399]) {
      app.core.clock.advance(days * day);
      const answer = await readUser(cookie);
      expect(JSON.parse(answer.text).result.data).toMatchObject({ role: "guest" });
      if (days > 3) expect(ageOf(answer.headers)).toBe(400 * day);
      else expect(answer.headers.get("set-cookie")).toBeNull();
      await app.core.background.settled();
    }
    app.core.clock.advance(401 * day);
    expect(await whoAmI(app, { cookie })).toBeNull();
  });

  it("of an organizer slides by thirty days", async () => {
    const body = { email: "slides@example.org", role: "organizer" };
    const started = await app.call("POST", "/user", { headers: own, body });
    expect(ageOf(started.headers)).toBe(30 * day);
    const cookie = started.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (let i = 0; i < 3; i++) {
      app.core.clock.advance(29 * day);
      expect(ageOf((await readUser(cookie)).headers)).toBe(30 * day);
      await app.core.background.settled();
    }
    app.core.clock.advance(31 * day);
    expect(await whoAmI(app, { cookie })).toBeNull();
  });
});

describe("a guest who signs up", () => {
  const json = { "content-type": "application/json" };
  type Account = { user_id: string; role: string; token: string };
  type Ways = [string, (token: string) => Record<string, string>, string, (text: string) => Account];
  const overRest = (text: string) => JSON.parse(text);
  const overTrpc = (text: string) => JSON.parse(text).result.data;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const cookie = (token: string) => ({ ...own, cookie: `evently_session=${token}` });

  it.each<Ways>([
    ["with a bearer over REST", bearer, "/user", overRest],
    ["with a cookie over REST", cookie, "/user", overRest],
    ["with a bearer over tRPC", bearer, "/trpc/user.create", overTrpc],
    ["with a cookie over tRPC", cookie, "/trpc/user.create", overTrpc],
  ])("%s becomes the account, and only the new token is valid", async (way, show, path, read) => {
    const guest = await app.startGuest();
    const body = { email: `${way.replaceAll(" ", "-")}@example.org`, role: "organizer" };
    const made = await app.call("POST", path, { headers: { ...json, ...show(guest.token) }, body });
    const account = read(made.text);
    expect(account).toMatchObject({ user_id: guest.user_id, role: "organizer", email: body.email });
    expect(account.token).not.toBe(guest.token);
    expect(made.headers.get("set-cookie")?.includes(`evently_session=${account.token};`)).toBe(
      show === cookie ? true : undefined,
    );
    expect(await whoAmI(app, show(guest.token))).toBeNull();
    expect(await whoAmI(app, show(account.token))).toMatchObject({ user_id: guest.user_id, role: "organizer" });
    const venue = { name: "Hall", city: "Oslo", seat_types: ["Box"] };
    const createVenue = (token: string) =>
      app.call("POST", "/venue", { headers: { ...json, ...show(token) }, body: venue });
    expect([(await createVenue(guest.token)).status, (await createVenue(account.token)).status]).toEqual([401, 201]);
  });

  it("from another site's page with the guest's cookie is refused, and stays a guest", async () => {
    const { token, user_id } = await app.startGuest();
    const headers = { ...foreign, cookie: `evently_session=${token}` };
    const refused = await app.call("POST", "/user", { headers, body: { email: "planted@example.org" } });
    expect([refused.status, refused.body.error_code]).toEqual([403, "CROSS_ORIGIN_REFUSED"]);
    expect(await whoAmI(app, bearer(token))).toMatchObject({ user_id, role: "guest" });
  });
});

describe("a password", () => {
  it("is refused with its field, and no account is created", async () => {
    for (const password of ["correct horse", "", 7, null]) {
      const refused = await app.call("POST", "/user", { body: { email: "early@example.org", password } });
      const faults = [{ path: "password", message: "accounts have no password: leave it out" }];
      expect([refused.status, refused.body.error_code, refused.body.details]).toEqual([
        422,
        "INVALID_INPUT",
        { faults },
      ]);
    }
    expect((await app.call("POST", "/user", { body: { email: "early@example.org" } })).status).toBe(201);
  });
});

describe("an e-mail", () => {
  it("may be named by many accounts, none of which learns of another", async () => {
    const emails = ["one@example.org", "ONE@example.org", "One@Example.org"];
    const answers = await Promise.all(emails.map((email) => app.call("POST", "/user", { body: { email } })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.user_id)).size).toBe(3);
  });
});

describe("a response", () => {
  it("to a signed-in caller is never stored by caches", async () => {
    const { token } = await app.startGuest();
    const cookie = await startInBrowser(app);
    const answers = [
      await app.call("GET", "/events", { token }),
      await app.call("GET", "/events", { headers: { cookie } }),
      await app.call("GET", "/trpc/session.get", { token }),
      await app.call("GET", "/nowhere", { token }),
      await app.call("POST", "/session/guest", { headers: own }),
    ];
    for (const { headers } of answers) expect(headers.get("cache-control")).toBe("private, no-store");
    for (const path of ["/health", "/db-test", "/trpc/session.get", "/nowhere", "/events?limit=0"])
      expect((await app.call("GET", path)).headers.get("cache-control"), path).toBe("no-store");
  });

  it("to a server error has the request's id and no details", async () => {
    const { send } = app.core.table;
    app.core.table.send = (() => Promise.reject(new TypeError("secret detail"))) as typeof send;
    const broken = await app.call("GET", "/venue/venue-00001");
    app.core.table.send = send;
    expect([broken.status, broken.body.error_code]).toEqual([503, "UNAVAILABLE"]);
    expect(broken.text).not.toContain("secret");

    const { search } = app.core.catalog;
    app.core.catalog.search = () => {
      throw new TypeError("secret detail");
    };
    const fault = await app.call("GET", "/events?search=x");
    app.core.catalog.search = search;
    expect([fault.status, fault.body]).toEqual([
      500,
      {
        error: "Something went wrong on our side.",
        error_code: "INTERNAL",
        details: { request_id: fault.headers.get("x-request-id") },
      },
    ]);
    expect(app.core.faults.join()).toContain("secret detail");
  });
});
