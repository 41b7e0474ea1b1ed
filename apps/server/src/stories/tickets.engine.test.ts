import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { whoAmI } from "../testing/http/browser-session.ts";
import { type Accounts, openAccounts } from "../testing/http/open-accounts.ts";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let accounts: Accounts;

beforeAll(async () => {
  app = await openApp();
  accounts = await openAccounts(app);
});
afterAll(() => app.core.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("a booking's link", () => {
  it("shows and cancels the booking for whoever has it, until it is replaced", async () => {
    const { token } = await app.startGuest();
    const { booking_id } = await accounts.book(token);
    const { link } = (await app.call("GET", `/bookings/${booking_id}`, { token })).body;
    expect(link).toMatch(/^[1-9]\d*\.[\w-]{22}$/);
    const listed = await app.call("GET", `/user/${(await whoAmI(app, bearer(token)))?.user_id}/bookings`, { token });
    expect(listed.body.items).toMatchObject([{ link }]);
    const seen = await app.call("GET", `/tickets/${link}`);
    expect([seen.status, seen.body]).toMatchObject([200, { booking_id, state: "confirmed" }]);
    expect([seen.body.link, seen.headers.get("cache-control")]).toEqual([undefined, "no-store"]);
    const organizers = await app.call("GET", `/bookings/${booking_id}`, { token: accounts.sale.organizer.token });
    expect([organizers.status, organizers.body.link]).toEqual([200, undefined]);

    const replaced = await app.call("POST", `/bookings/${booking_id}/link`, { token });
    expect([replaced.status, replaced.body.url]).toEqual([201, null]);
    for (const path of [`/tickets/${link}`, "/tickets/1.x", `/tickets/${String(link).toLowerCase()}`]) {
      const dead = await app.call("GET", path);
      expect([dead.status, dead.body.error_code]).toEqual([404, "BOOKING_NOT_FOUND"]);
    }
    const path = `/tickets/${replaced.body.link}/cancel`;
    expect((await app.call("POST", path)).body).toMatchObject({
      booking_id,
      state: "cancelled",
      refund: { amount: 4500 },
    });
    expect((await app.call("POST", path)).body.error_code).toBe("BOOKING_ALREADY_CANCELLED");
  });

  it("is dead once its booking moved to an account", async () => {
    const guest = await app.startGuest();
    const { booking_id } = await accounts.book(guest.token);
    const { link } = (await app.call("GET", `/bookings/${booking_id}`, { token: guest.token })).body;
    const { token, user_id } = await accounts.signIn(accounts.newEmail(), { token: guest.token });
    await app.call("POST", `/user/${user_id}/bookings/adopt`, { token, body: { booking_ids: [booking_id] } });
    expect((await app.call("GET", `/tickets/${link}`)).status).toBe(404);
    const { link: fresh } = (await app.call("GET", `/bookings/${booking_id}`, { token })).body;
    expect((await app.call("GET", `/tickets/${fresh}`)).status).toBe(200);
  });

  it("is dead once the owner of its account's address signs in for the first time", async () => {
    const email = accounts.newEmail();
    const squatter = String((await app.call("POST", "/user", { body: { email } })).body.token);
    const { booking_id } = await accounts.book(squatter);
    const { link } = (await app.call("GET", `/bookings/${booking_id}`, { token: squatter })).body;
    const { token } = await accounts.signIn(email);
    expect((await app.call("GET", `/tickets/${link}`)).status).toBe(404);
    expect(await whoAmI(app, bearer(squatter))).toBeNull();
    const { link: fresh } = (await app.call("GET", `/bookings/${booking_id}`, { token })).body;
    expect((await app.call("GET", `/tickets/${fresh}`)).status).toBe(200);
  });
});

describe("asking for a ticket's mail", () => {
  it("has the same answer whatever the address is", async () => {
    const { token } = await app.startGuest();
    const { booking_id } = await accounts.book(token);
    for (const body of [
      { booking_id, email: accounts.newEmail() },
      { booking_id: "booking-99999", email: accounts.newEmail() },
    ])
      expect(await app.call("POST", "/tickets/resend", { body })).toMatchObject({ status: 202, body: {} });
  });
});
