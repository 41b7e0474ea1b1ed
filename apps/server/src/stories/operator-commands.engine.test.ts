import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";
import { runCommand } from "../testing/process/run-command.ts";

type Sale = Awaited<ReturnType<typeof openSale>>;

let app: TestApp;
let sale: Sale;
let seller: string;

beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.core.close());
beforeEach(async () => {
  sale = await openSale(app);
  seller = sale.organizer.user_id;
});

const evently = async (...words: string[]) => {
  const done = await runCommand(app.core, ...words);
  // Longer than a process remembers sessions and events.
  app.core.clock.advance(3);
  // The command goes by the machine's clock, which this process's has left behind.
  await app.core.catalog.load();
  return done;
};
const codeOf = async (...call: Parameters<TestApp["call"]>) => {
  const { status, body } = await app.call(...call);
  return [status, body.error_code ?? null];
};
const listed = async () => {
  const { body } = await app.call("GET", "/events");
  return (body.items as { event_id: string }[]).map(({ event_id }) => event_id);
};

async function book(seat: string) {
  const { token } = await app.startGuest();
  const { body } = await app.call("POST", `/events/${sale.event_id}/hold`, { token, body: { seats: [seat] } });
  const paid = await app.call("POST", `/${body.holding_id}/confirm`, {
    token,
    body: { payment: { token: "tok_visa" } },
  });
  await app.core.background.settled();
  return { token, booking_id: String(paid.body.booking_id) };
}

describe("an account that is suspended by a command", () => {
  it("is told so by every change over REST, before its input is looked at, and may read and sign out", async () => {
    const { code, said } = await evently("suspend", seller, "Not the orchestra.");
    expect([code, said.split("\n")[0]]).toEqual([
      0,
      `${seller} is suspended. 1 event was taken off sale and out of all lists:`,
    ]);
    const { token } = sale.organizer;
    expect(await codeOf("POST", `/events/${sale.event_id}/pause`, { token })).toEqual([403, "SUSPENDED"]);
    expect(await codeOf("POST", "/venue", { token, body: { colour: "red" } })).toEqual([403, "SUSPENDED"]);
    expect(await codeOf("DELETE", `/events/${sale.event_id}`, { token })).toEqual([403, "SUSPENDED"]);
    const { body } = await app.call("GET", `/user/${seller}`, { token });
    expect(body.suspended).toEqual({ at: expect.any(String), reason: "Not the orchestra." });
    const journal = await app.call("GET", `/user/${seller}/journal`, { token });
    expect(journal.body.items).toMatchObject([
      { actor_id: "operator", action: "account.suspended", reason: "Not the orchestra." },
    ]);
    expect(await codeOf("DELETE", "/session", { token })).toEqual([204, null]);
  });

  it("sells nothing, while bookings live on for their buyers, until it is resumed", async () => {
    const buyer = await book("A-1");
    const { said } = await evently("suspend", seller);
    expect(said).toContain(`  event        open holds  bookings\n  ${sale.event_id}  0           1\n`);
    expect(await listed()).not.toContain(sale.event_id);
    const other = (await app.startGuest()).token;
    expect(await codeOf("GET", `/events/${sale.event_id}`, { token: other })).toEqual([404, "EVENT_NOT_FOUND"]);
    expect(await codeOf("GET", `/events/${sale.event_id}`, {})).toEqual([404, "EVENT_NOT_FOUND"]);
    expect(await codeOf("POST", `/events/${sale.event_id}/hold`, { token: other, body: { seats: ["A-2"] } })).toEqual([
      404,
      "EVENT_NOT_FOUND",
    ]);
    const { token } = buyer;
    expect(await codeOf("GET", `/events/${sale.event_id}`, { token })).toEqual([200, null]);
    expect(await codeOf("POST", `/bookings/${buyer.booking_id}/cancel`, { token })).toEqual([200, null]);
    const resumed = await evently("resume", seller);
    expect(resumed.said).toContain(`${seller} is resumed. 1 event was given back to the public:\n`);
    expect(await listed()).toContain(sale.event_id);
    expect(await codeOf("POST", `/events/${sale.event_id}/hold`, { token: other, body: { seats: ["A-2"] } })).toEqual([
      201,
      null,
    ]);
    expect((await evently("resume", seller)).said).toBe(
      `${seller} is not suspended. 0 events were given back to the public.\n`,
    );
  });
});

it("one event is hidden and shown by a command, which its organizer reads in its journal", async () => {
  const other = await openSale(app);
  expect(await evently("hide", sale.event_id, "Complaint 17")).toMatchObject({ code: 0 });
  expect(await listed()).not.toContain(sale.event_id);
  expect(await listed()).toContain(other.event_id);
  expect(await codeOf("GET", `/events/${sale.event_id}`)).toEqual([404, "EVENT_NOT_FOUND"]);
  const { token } = sale.organizer;
  expect((await app.call("GET", `/events/${sale.event_id}`, { token })).body.hidden_at).toEqual(expect.any(String));
  expect((await evently("hide", sale.event_id)).said).toBe(`${sale.event_id} was hidden before.\n`);
  expect((await evently("show", sale.event_id)).said).toContain(`${sale.event_id} is not hidden any more.\n`);
  expect(await listed()).toContain(sale.event_id);
  const { body } = await app.call("GET", `/events/${sale.event_id}/journal`, { token });
  const theirs = (body.items as { actor_id: string }[]).filter(({ actor_id }) => actor_id === "operator");
  expect(theirs).toMatchObject([
    { action: "event.shown", reason: null },
    { action: "event.hidden", reason: "Complaint 17" },
  ]);
});

it("an account may have more, or less, as a command says, and reads it in its journal", async () => {
  const { token, user_id } = sale.organizer;
  const hall = { name: "Hall", city: "Oslo", seat_types: ["Stalls"] };
  expect((await evently("quota", user_id, "venues", "1")).said).toBe(
    `${user_id} has 1 of at most 1 venues; the limit was 20.\n`,
  );
  expect(await codeOf("POST", "/venue", { token, body: hall })).toEqual([409, "QUOTA_EXCEEDED"]);
  await evently("quota", user_id, "venues", "2");
  expect(await codeOf("POST", "/venue", { token, body: hall })).toEqual([201, null]);
  const { body } = await app.call("GET", `/user/${user_id}/journal`, { token });
  expect(body.items).toMatchObject([
    { actor_id: "operator", action: "account.quota_set", changes: { quota_venues: { before: 1, after: 2 } } },
    { action: "account.quota_set", changes: { quota_venues: { before: 20, after: 1 } } },
  ]);
  expect(await evently("quota", "user-99999", "venues", "1")).toMatchObject({
    code: 1,
    said: "There is no such user.\n",
  });
});

it("a role is granted to an account that is signed in, and taken away again", async () => {
  const { token, user_id } = await app.signUp("attendee");
  expect(await codeOf("GET", `/events/${sale.event_id}/journal`, { token })).toEqual([403, "FORBIDDEN"]);
  expect((await evently("grant", "admin", user_id)).said).toBe(
    `${user_id} was attendee, and is admin now. Every server follows within 2 seconds.\n`,
  );
  expect(await codeOf("GET", `/events/${sale.event_id}/journal`, { token })).toEqual([200, null]);
  expect((await evently("grant", "admin", user_id)).said).toBe(`${user_id} is admin already.\n`);
  await evently("grant", "attendee", user_id);
  expect(await codeOf("GET", `/events/${sale.event_id}/journal`, { token })).toEqual([403, "FORBIDDEN"]);
});

it("a link that a command prints signs in once, verifies the address, and is in the journal", async () => {
  const { token, user_id } = await app.signUp("organizer");
  const { code, said } = await evently("sign-in-link", user_id);
  const [, secret] = /^http:\/\/127\.0\.0\.1:3000\/sign-in#token=(\S+)\n/.exec(said) ?? [];
  expect([code, said]).toEqual([0, expect.stringContaining(`It signs in to ${user_id} once`)]);
  const confirm = () => app.call("POST", "/session/confirm", { body: { token: secret } });
  const { body } = await confirm();
  expect(body.user).toMatchObject({ user_id, role: "organizer", verified_at: expect.any(String) });
  expect((await confirm()).body.error_code).toBe("SIGN_IN_REFUSED");
  expect(await codeOf("GET", `/user/${user_id}`, { token })).toEqual([401, "SIGN_IN_REQUIRED"]);
  const journal = await app.call("GET", `/user/${user_id}/journal`, { token: String(body.token) });
  expect(journal.body.items).toMatchObject([{ actor_id: "operator", action: "account.sign_in_link", changes: {} }]);
  expect(journal.text).not.toContain(secret);
  const guest = await app.startGuest();
  for (const nobody of [guest.user_id, "user-99999"])
    expect(await evently("sign-in-link", nobody)).toMatchObject({ code: 1, said: "There is no such user.\n" });
});

describe("an organization", () => {
  it("is approved, suspended and resumed by commands, which say what they did", async () => {
    const [named] = (await app.call("GET", "/organizations", sale.organizer)).body.items as Record<string, string>[];
    const { organization_id = "", name } = named ?? {};
    const said = async (...words: string[]) => {
      const { code, said } = await evently(...words);
      return [code, said.split("\n")[0]];
    };
    expect(await evently("waiting")).toMatchObject({ code: 0, said: "No organization waits for approval.\n" });
    expect(await said("approve", organization_id)).toEqual([0, `${organization_id} (${name}) was approved before.`]);
    expect(await said("suspend", organization_id, "Fakes")).toEqual([
      0,
      `${organization_id} (${name}) is suspended. 1 event was taken off sale and out of all lists:`,
    ]);
    expect(await codeOf("POST", "/venue", { ...sale.organizer, body: venue })).toEqual([403, "SUSPENDED"]);
    expect(await listed()).not.toContain(sale.event_id);
    expect(await said("resume", organization_id)).toEqual([
      0,
      `${organization_id} (${name}) is resumed. 1 event was given back to the public:`,
    ]);
    expect(await listed()).toContain(sale.event_id);
    expect((await evently("approve", "organization-99999")).code).toBe(1);
    expect((await evently("approve", seller)).code).toBe(2);
  });
});

const venue = { name: "Hall", city: "Oslo", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
