import type { UserId } from "@evently/core/ids";
import { makeSignInLink } from "@evently/core/operator/make-sign-in-link";

import { openCore } from "@evently/core/testing/open-core";
import { letTimePass } from "@evently/core/testing/settle-everything";
import { createTestMailer } from "@evently/core/testing/test-mailer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { own } from "../testing/http/browser-session.ts";
import { newEvent, openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

const day = 86_400;
const [buyersAge, organizersAge] = [400 * day, 30 * day];
const mailer = createTestMailer();
const buyer = { email: "buyer@example.org", cookie: "" };
const organizer = { email: "", user_id: "", cookie: "" };
let app: TestApp;
let concert: string;
let booking_id: string;

/** What a browser sends that has this cookie. */
const withCookie = (cookie: string) => ({ headers: { ...own, cookie } });

/** The session's cookie that an answer sets, and for how many seconds; null where it sets none. */
function readCookie(headers: Headers): { cookie: string; age: number } | null {
  const line = headers.get("set-cookie") ?? "";
  const [, cookie = "", age] = /^(evently_session=[^;]+); Path=\/; Max-Age=(\d+);/.exec(line) ?? [];
  return age === undefined ? null : { cookie, age: Number(age) };
}

/** Sends what is due; where the newest mail of its kind to an address leads. */
async function readMail(to: string, kind: string): Promise<string> {
  await letTimePass(app.core, 1);
  const mail = mailer.accepted.findLast((sent) => sent.to === to && sent.letter.kind === kind);
  if (!mail?.letter.path) throw new Error(`no mail ${kind} came to ${to}`);
  return mail.letter.path;
}

/** In a browser that has nothing, by a link's token. */
async function signIn(token: string) {
  const { status, headers, body } = await app.call("POST", "/session/confirm", { headers: own, body: { token } });
  const set = readCookie(headers);
  if (status !== 200 || !set) throw new Error(`signing in was answered ${status}`);
  return { ...set, user: body.user as { user_id: string }, found: body.found as string[] };
}

async function comeBackByMail(email: string) {
  expect((await app.call("POST", "/session", { headers: own, body: { email } })).status).toBe(202);
  const [, token = ""] = (await readMail(email, "sign-in")).split("#token=");
  return signIn(token);
}

const openTicket = (cookie: string) => app.call("GET", `/bookings/${booking_id}`, withCookie(cookie));
const openOffice = (cookie: string) => app.call("GET", `/events/${concert}/analytics`, withCookie(cookie));
const openLink = (path: string) => app.call("GET", path.replace("/t/", "/tickets/"));

/** A concert in spring, which somebody plans, and somebody buys a ticket for, in autumn. */
beforeAll(async () => {
  app = await openApp({ core: await openCore({ mailer }) });
  const { venue_id, organizer: made } = await openSale(app);
  const { token, user_id } = made;
  organizer.user_id = user_id;
  organizer.email = String((await app.call("GET", `/user/${user_id}`, { token })).body.email);
  organizer.cookie = (await comeBackByMail(organizer.email)).cookie;
  const start_time = new Date((app.core.clock() + 220 * day) * 1000).toISOString();
  const planned = { ...withCookie(organizer.cookie), body: { ...newEvent(app, venue_id), start_time } };
  concert = String((await app.call("POST", "/events", planned)).body.event_id);

  const guest = await app.call("POST", "/session/guest", { headers: own, body: { email: buyer.email } });
  const set = readCookie(guest.headers);
  expect(set?.age).toBe(buyersAge);
  buyer.cookie = set?.cookie ?? "";
  const mine = withCookie(buyer.cookie);
  const held = await app.call("POST", `/events/${concert}/hold`, { ...mine, body: { seats: ["A-1"] } });
  const payment = { payment: { token: "tok_visa" } };
  const booked = await app.call("POST", `/${held.body.holding_id}/confirm`, { ...mine, body: payment });
  booking_id = String(booked.body.booking_id);
  await app.core.background.settled();
});
afterAll(() => app.core.close());

it("31, 61 and 200 days later the buyer's cookie opens the ticket, and the organizer gets in by mail", async () => {
  const began = app.core.clock();
  const visits = [
    { days: 31, office: 401 },
    // Within thirty days of the last.
    { days: 61, office: 200 },
    { days: 200, office: 401 },
  ];
  for (const { days, office } of visits) {
    app.core.clock.advance(began + days * day - app.core.clock());
    const ticket = await openTicket(buyer.cookie);
    expect([days, ticket.status, ticket.body.state]).toEqual([days, 200, "confirmed"]);
    expect(readCookie(ticket.headers)).toEqual({ cookie: buyer.cookie, age: buyersAge });

    expect((await openOffice(organizer.cookie)).status).toBe(office);
    const back = await comeBackByMail(organizer.email);
    expect(back).toMatchObject({ age: organizersAge, user: { user_id: organizer.user_id } });
    organizer.cookie = back.cookie;
    expect((await openOffice(organizer.cookie)).status).toBe(200);
    await app.core.background.settled();
  }
});

it("an organizer who looks in every few weeks stays signed in as long as they like", async () => {
  const { cookie } = await comeBackByMail(organizer.email);
  for (let visit = 0; visit < 4; visit++) {
    app.core.clock.advance(29 * day);
    const office = await app.call("GET", `/user/${organizer.user_id}`, withCookie(cookie));
    expect([office.status, readCookie(office.headers)]).toEqual([200, { cookie, age: organizersAge }]);
    await app.core.background.settled();
  }
});

it("without mail the operator's link lets an organizer in, once", async () => {
  const { token } = await makeSignInLink(app.core, { user_id: organizer.user_id as UserId });
  const { cookie, user } = await signIn(token);
  expect(user.user_id).toBe(organizer.user_id);
  expect((await openOffice(cookie)).status).toBe(200);
  expect((await app.call("POST", "/session/confirm", { headers: own, body: { token } })).status).toBe(401);
});

it("a buyer without any cookie opens the ticket by the link in its mail, and by signing in, which ends that link", async () => {
  const path = await readMail(buyer.email, "booking-confirmed");
  const ticket = await openLink(path);
  expect([ticket.status, ticket.body.booking_id, readCookie(ticket.headers)]).toEqual([200, booking_id, null]);

  const { cookie, user, found } = await comeBackByMail(buyer.email);
  expect(found).toEqual([booking_id]);
  expect((await openTicket(cookie)).status, "it is not theirs yet").toBe(404);
  const adopting = { ...withCookie(cookie), body: { booking_ids: found } };
  expect((await app.call("POST", `/user/${user.user_id}/bookings/adopt`, adopting)).status).toBe(200);
  const mine = await openTicket(cookie);
  expect([mine.status, mine.body.booking_id]).toEqual([200, booking_id]);
  expect((await openLink(path)).status).toBe(404);

  const link = `/t/${mine.body.link}`;
  expect((await openLink(link)).status).toBe(200);
  const replaced = await app.call("POST", `/bookings/${booking_id}/link`, withCookie(cookie));
  expect((await openLink(link)).status, "revoked").toBe(404);
  expect((await openLink(`/t/${replaced.body.link}`)).status).toBe(200);
});
