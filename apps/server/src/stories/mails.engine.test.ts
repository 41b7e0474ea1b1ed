import { announcedAfter } from "@evently/core/mail/mail-jobs.table";
import { openCore } from "@evently/core/testing/open-core";
import { letTimePass } from "@evently/core/testing/settle-everything";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepInMemory } from "../mail/mail-store.ts";
import { createMailbox } from "../mail/mailbox.ts";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

const key = "the-key";
const mailbox = createMailbox(keepInMemory(), "http://127.0.0.1:3000", () => 1_800_000_000);
let app: TestApp;

beforeAll(async () => {
  const core = await openCore({ mailer: mailbox });
  app = await openApp({ core, mailbox: { mailbox, samples: mailbox, key } });
});
afterAll(() => app.core.close());

async function readMailbox(to: string) {
  await letTimePass(app.core, announcedAfter + 2, announcedAfter + 2);
  await letTimePass(app.core, 2, 1);
  const headers = { host: "127.0.0.1:8000" };
  const { status, body } = await app.call("GET", `/mailbox?key=${key}&to=${to}`, { headers });
  expect(status).toBe(200);
  return body.items as { kind: string; text: string; attachments: unknown[] }[];
}

it("a buyer gets the ticket, the event's new time and its cancellation by mail, and its organizer sees what was sent", async () => {
  const { event_id, organizer } = await openSale(app);
  const guest = await app.call("POST", "/session/guest", { body: { email: "ann@example.org" } });
  const token = String(guest.body.token);
  const hold = await app.call("POST", `/events/${event_id}/hold`, { token, body: { seats: ["A-1", "A-2"] } });
  const payment = { token: "tok_visa" };
  const paid = await app.call("POST", `/${hold.body.holding_id}/confirm`, { token, body: { payment } });
  expect(paid.status).toBe(200);
  const [ticket, ...more] = await readMailbox("ann@example.org");
  expect(more).toEqual([]);
  expect(ticket?.kind).toBe("booking-confirmed");
  const [link, name] = /http:\/\/127\.0\.0\.1:3000\/t\/(\d+\.[\w-]{22})/.exec(ticket?.text ?? "") ?? [];
  expect((await app.call("GET", `/tickets/${name}`)).body, link).toMatchObject({ booking_id: paid.body.booking_id });
  expect(ticket?.attachments).toHaveLength(1);

  const own = { token: organizer.token };
  const { body: event } = await app.call("GET", `/events/${event_id}`, own);
  const start_time = new Date((app.core.clock() + 9 * 86_400) * 1000).toISOString();
  const change = { revision: event.revision, start_time };
  expect((await app.call("PATCH", `/events/${event_id}`, { ...own, body: change })).status).toBe(200);
  expect((await readMailbox("ann@example.org")).map(({ kind }) => kind)).toEqual([
    "event-changed",
    "booking-confirmed",
  ]);
  await app.call("POST", `/events/${event_id}/cancel`, own);
  const kinds = ["event-cancelled", "event-changed", "booking-confirmed"];
  expect((await readMailbox("ann@example.org")).map(({ kind }) => kind)).toEqual(kinds);

  const { body } = await app.call("GET", `/events/${event_id}/mails?state=sent`, own);
  const sent = body.items as { kind: string; booking_id: string }[];
  expect(sent.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  expect(new Set(sent.map(({ booking_id }) => booking_id))).toEqual(new Set([paid.body.booking_id]));
  expect(await readMailbox("nobody@example.org")).toEqual([]);
});

it("the mailbox is not there without its key", async () => {
  expect((await app.call("GET", "/mailbox", { headers: { host: "127.0.0.1:8000" } })).status).toBe(404);
  expect((await app.call("GET", `/mailbox?key=${key}`, { headers: { host: "tickets.example" } })).status).toBe(404);
});

it("somebody signs in by the code or the link from the mailbox", async () => {
  const email = "eve@example.org";
  const tokens: string[] = [];
  for (const way of ["code", "link"]) {
    const { body } = await app.call("POST", "/session", { body: { email } });
    const [mail] = await readMailbox(email);
    expect(mail?.kind).toBe("sign-in");
    const text = mail?.text.replaceAll(/https?:\S+/g, "") ?? "";
    const codes = text.match(/\d{6}/g) ?? [];
    expect(codes, "the only six digits in a row, links aside").toHaveLength(1);
    const [, token] = /http:\/\/127\.0\.0\.1:3000\/sign-in#token=(\S+)/.exec(mail?.text ?? "") ?? [];
    const proof = way === "code" ? { request_id: body.request_id, code: codes[0] } : { token };
    const { body: signedIn } = await app.call("POST", "/session/confirm", { body: proof });
    expect(signedIn.user).toMatchObject({ email, verified_at: expect.any(String) });
    tokens.push(String(signedIn.token));
  }
  expect(new Set(tokens).size).toBe(2);
});

it("a ticket's mail is sent once more to the address that it has, and to no other", async () => {
  const { event_id } = await openSale(app);
  const guest = await app.call("POST", "/session/guest", { body: { email: "Carl@example.org" } });
  const token = String(guest.body.token);
  const hold = await app.call("POST", `/events/${event_id}/hold`, { token, body: { seats: ["A-1"] } });
  const payment = { token: "tok_visa" };
  const { body: booking } = await app.call("POST", `/${hold.body.holding_id}/confirm`, { token, body: { payment } });
  const { booking_id } = booking;
  for (const email of ["carl@example.org", "somebody-else@example.org"])
    expect(await app.call("POST", "/tickets/resend", { body: { booking_id, email } })).toMatchObject({ status: 202 });
  await app.core.background.settled();
  const kinds = (await readMailbox("Carl@example.org")).map(({ kind }) => kind);
  expect(kinds).toEqual(["booking-confirmed", "booking-confirmed"]);
  expect(await readMailbox("somebody-else@example.org")).toEqual([]);
});
