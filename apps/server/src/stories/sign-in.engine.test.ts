import { secretsOf } from "@evently/core/sign-in/sign-in-secrets";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { own, startInBrowser, whoAmI } from "../testing/http/browser-session.ts";
import { type Accounts, openAccounts } from "../testing/http/open-accounts.ts";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let other: TestApp;
let accounts: Accounts;

beforeAll(async () => {
  app = await openApp();
  other = await openApp({ core: app.core });
  accounts = await openAccounts(app);
});
afterAll(() => app.core.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("asking for a mail", () => {
  it("has the same answer for an address that is known and one that is not", async () => {
    const known = accounts.newEmail();
    await accounts.signIn(known);
    const answers = await Promise.all(
      [known, accounts.newEmail()].map((email) => app.call("POST", "/session", { headers: own, body: { email } })),
    );
    const [first, second] = answers.map(({ status, headers, body }) => ({
      status,
      headers: [...headers].filter(([name]) => name !== "x-request-id"),
      body: Object.keys(body),
    }));
    expect(first).toEqual(second);
    expect(first).toMatchObject({ status: 202, body: ["request_id"] });
  });

  it("is limited by network and address, to whomever the mails go", async () => {
    const limited = await openApp({ core: app.core, RATE_LIMIT_PER_SECOND: 1_000 });
    const email = accounts.newEmail();
    const answers = [];
    for (let i = 0; i < 6; i++)
      answers.push(await limited.call("POST", "/session", { from: "203.0.113.7", body: { email } }));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429]);
    expect(answers[5]?.body.error_code).toBe("NETWORK_LIMIT");
    expect(Number(answers[5]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("signing in", () => {
  it("sets the cookie for a page of the site, as long as the session lasts", async () => {
    const { headers, token } = await accounts.signIn(accounts.newEmail(), { headers: own });
    expect(headers.get("set-cookie")).toContain(`evently_session=${token}; Path=/; Max-Age=${400 * 86_400};`);
  });

  it.each([
    [{}, 422],
    [{ request_id: "x" }, 422],
    [{ code: "123456" }, 422],
    [{ token: "x", code: "123456" }, 422],
    [{ token: "x", request_id: "x", code: "123456" }, 422],
    [{ token: 7 }, 422],
    [{ request_id: "x", code: "12345" }, 401],
    [{ request_id: "💥", code: "x".repeat(200) }, 401],
    [{ token: "x" }, 401],
  ])("with %j is answered %i", async (body, status) => {
    const answer = await app.call("POST", "/session/confirm", { body });
    expect([answer.status, answer.body.error_code]).toEqual([
      status,
      status === 401 ? "SIGN_IN_REFUSED" : "INVALID_INPUT",
    ]);
  });

  it("refuses a key, under which the answer would be kept", async () => {
    const headers = { "idempotency-key": "once" };
    for (const path of ["/session", "/session/confirm"]) {
      const { token } = await app.startGuest();
      const answer = await app.call("POST", path, { token, headers, body: { email: accounts.newEmail() } });
      expect([answer.status, answer.body.error_code]).toEqual([422, "INVALID_INPUT"]);
    }
  });

  it("says which device asked, where the link is opened", async () => {
    const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
    const { body } = await app.call("POST", "/session", { headers, body: { email: accounts.newEmail() } });
    const { token } = secretsOf(app.core.secret, String(body.request_id));
    const shown = await app.call("POST", "/trpc/session.describe", {
      headers: { "content-type": "application/json" },
      body: { token },
    });
    expect(JSON.parse(shown.text).result.data).toMatchObject({ device: "Firefox on Linux" });
  });
});

describe("the sessions of an account", () => {
  it("are listed without their tokens, and end one by one or all at once, in every process within two seconds", async () => {
    const email = accounts.newEmail();
    const [first, second, third] = [
      await accounts.signIn(email),
      await accounts.signIn(email),
      await accounts.signIn(email),
    ];
    const list = await app.call("GET", "/session", { token: second.token });
    const { items } = list.body as { items: { session_id: string; current: boolean; device: null }[] };
    expect(items.map(({ current }) => current).filter(Boolean)).toHaveLength(1);
    expect(items).toHaveLength(3);
    for (const { token } of [first, second, third]) expect(list.text).not.toContain(token.split(".")[1]);

    const own_id = async (token: string) => {
      const mine = (await app.call("GET", "/session", { token })).body as { items: typeof items };
      return mine.items.find(({ current }) => current)?.session_id;
    };
    const stranger = await accounts.signIn(accounts.newEmail());
    const path = `/session/${await own_id(first.token)}`;
    expect((await app.call("DELETE", path, { token: stranger.token })).status).toBe(204);
    expect(await whoAmI(app, bearer(first.token))).not.toBeNull();
    expect((await app.call("DELETE", path, { token: third.token })).status).toBe(204);
    expect(await whoAmI(app, bearer(first.token))).toBeNull();
    expect((await app.call("DELETE", "/session?all=true", { token: second.token })).status).toBe(204);
    for (const { token } of [second, third]) expect(await whoAmI(app, bearer(token))).toBeNull();
    expect(await whoAmI(app, bearer(stranger.token))).not.toBeNull();
    app.core.clock.advance(2);
    for (const { token } of [first, second, third]) expect(await whoAmI(other, bearer(token))).toBeNull();
  });
});

describe("a guest who signs in", () => {
  it("has their bookings found and moved on yes, keeps an open hold, and is nobody else any more", async () => {
    const guest = await app.startGuest();
    const bookings = [await accounts.book(guest.token), await accounts.book(guest.token)];
    const held = await accounts.hold(guest.token);
    const signedIn = await accounts.signIn(accounts.newEmail(), { token: guest.token });
    expect(signedIn.found.toSorted()).toEqual(bookings.map(({ booking_id }) => booking_id).toSorted());
    const path = `/user/${signedIn.user_id}/bookings`;
    const adopted = await app.call("POST", `${path}/adopt`, {
      token: signedIn.token,
      body: { booking_ids: signedIn.found },
    });
    expect([adopted.status, adopted.body.items]).toMatchObject([
      200,
      signedIn.found.map((booking_id) => ({ booking_id, user_id: signedIn.user_id })),
    ]);
    const listed = await app.call("GET", path, { token: signedIn.token });
    expect((listed.body.items as unknown[]).length).toBe(2);

    for (const asked of [`/user/${guest.user_id}/bookings`, `/bookings/${bookings[0]?.booking_id}`, "/session"])
      expect((await app.call("GET", asked, { token: guest.token })).status).toBe(401);
    const more = await app.call("POST", `/events/${accounts.sale.event_id}/hold`, {
      token: guest.token,
      body: { seats: ["B-1"] },
    });
    expect(more.status).toBe(401);
    expect((await app.call("GET", `/${held.holding_id}`, { token: guest.token })).status).toBe(200);
    const open = await app.call("GET", `/events/${accounts.sale.event_id}/hold`, { token: guest.token });
    expect(open.body.items).toMatchObject([{ holding_id: held.holding_id }]);
    const paid = await accounts.pay(guest.token, held);
    expect(paid).toMatchObject({ status: 200, body: { state: "confirmed" } });
    expect(await accounts.pay(guest.token, held)).toMatchObject({
      status: 200,
      body: { booking_id: paid.body.booking_id },
    });
    const again = await accounts.signIn(
      String((await app.call("GET", `/user/${signedIn.user_id}`, { token: signedIn.token })).body.email),
    );
    expect(again.found).toEqual([paid.body.booking_id]);
    await app.call("POST", `${path}/adopt`, { token: again.token, body: { booking_ids: again.found } });
    expect((await app.call("GET", `/${held.holding_id}`, { token: guest.token })).status).toBe(401);
    expect((await app.call("GET", `/events/${accounts.sale.event_id}/hold`, { token: guest.token })).status).toBe(401);
  });

  it("pays for what they held in the same browser", async () => {
    const cookie = await startInBrowser(app);
    const guest = cookie.replace("evently_session=", "");
    const held = await accounts.hold(guest);
    const { headers, user_id } = await accounts.signIn(accounts.newEmail(), { headers: { ...own, cookie } });
    const cookies = headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    expect(cookies).toEqual([expect.stringMatching(/^evently_session=user-/), `evently_guest=${guest}`]);
    const browser = { ...own, cookie: cookies.join("; ") };
    expect(await whoAmI(app, browser)).toMatchObject({ user_id });
    const open = await app.call("GET", `/events/${accounts.sale.event_id}/hold`, { headers: browser });
    expect(open.body.items).toMatchObject([{ holding_id: held.holding_id }]);
    const body = { payment: { token: "tok_visa" } };
    const paid = await app.call("POST", `/${held.holding_id}/confirm`, { headers: browser, body });
    expect(paid).toMatchObject({ status: 200, body: { state: "confirmed" } });
    const path = `/bookings/${paid.body.booking_id}`;
    expect((await app.call("GET", path, { headers: browser })).status).toBe(200);
    expect((await app.call("GET", path, { headers: { ...own, cookie: cookies[0] ?? "" } })).status).toBe(404);
  });

  it("takes nothing of anybody else", async () => {
    const stranger = await app.startGuest();
    const theirs = await accounts.book(stranger.token);
    const guest = await app.startGuest();
    const mine = await accounts.book(guest.token);
    const { token, user_id } = await accounts.signIn(accounts.newEmail(), { token: guest.token });
    for (const booking_ids of [[theirs.booking_id], [mine.booking_id, theirs.booking_id], ["booking-99999"]]) {
      const refused = await app.call("POST", `/user/${user_id}/bookings/adopt`, { token, body: { booking_ids } });
      expect([refused.status, refused.body.error_code]).toEqual([404, "BOOKING_NOT_FOUND"]);
    }
    expect((await app.call("GET", `/bookings/${mine.booking_id}`, { token: guest.token })).status).toBe(200);
    const elsewhere = await app.call("POST", `/user/${accounts.sale.organizer.user_id}/bookings/adopt`, {
      token,
      body: { booking_ids: [mine.booking_id] },
    });
    expect([elsewhere.status, elsewhere.body.error_code]).toEqual([404, "USER_NOT_FOUND"]);
  });
});
