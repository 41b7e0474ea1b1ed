import { beforeAll, describe, expect, it } from "vitest";
import { listBuyers } from "../analytics/list-buyers.ts";
import { listSoldBookings } from "../analytics/list-sold-bookings.ts";
import { listFound } from "../booking/list-found.ts";
import { cancelByLink, getByLink } from "../booking/open-link.ts";
import { answerChallenge } from "../hold/answer-challenge.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { createOrganization } from "../membership/create-organization.ts";
import { invite } from "../membership/invite.ts";
import { mostMemberships } from "../membership/limits.rules.ts";
import { suspendAccount } from "../operator/suspend-account.ts";
import { organizationsOf } from "../organization/may.ts";
import type { Item } from "../table/transact.ts";
import { joinOrganization } from "../testing/join-organization.ts";
import { ask, newGuest, newOrganizer, openEvent } from "../testing/open-event.ts";
import { openPerson } from "../testing/open-person.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { readSeats } from "../testing/read-seats.ts";
import { findNaming, scanTable } from "../testing/scan-table.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { signIn } from "../testing/sign-in.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { hashEmail } from "../user/contact.table.ts";
import { createUser } from "../user/create-user.ts";
import { getUser } from "../user/get-user.ts";
import { resolveActor } from "../user/session.ts";
import type { Actor } from "../user/user.ts";
import { deleteUser } from "./delete-user.ts";

const mailer = createTestMailer();
const [core, other] = await openTwoCores({ mailer }, { mailer });
const newAdmin = async (): Promise<Actor> => ({ ...(await newOrganizer(core)), role: "admin" });
const newAccount = (name: string) => createUser(core, { email: `${name}@example.org`, name, role: "attendee" });

/** The attributes that items with a person's number in them may have left, beside their keys: ids, seats, amounts and dates. */
const ids = [
  "user_id",
  "booking_id",
  "holding_id",
  "payment_id",
  "event_id",
  "seats",
  "lines",
  "slot",
  "state",
  "attempt",
];
const money = ["called_off", "total", "currency", "refund", "refunds", "refunded", "cancellation_policy", "terms"];
const dates = [
  "booking_date",
  "cancelled_at",
  "start_time",
  "placed_at",
  "hold_ttl",
  "extended",
  "purge_at",
  "created_at",
];
const journal = ["at", "actor_id", "request_id", "action", "changes", "reason", "revision"];
const mail = ["kind", "written_at", "sent_at", "attempts"];
const door = ["seat_pos", "entries", "admitted", "admissions", "keys", "ended"];
const invitation = ["organization_id", "invitation_id", "invited_by", "ends_at", "closed_at", "closed_by"];
const nobody = ["email", "phone", "name", "role", "deleted_at", "session_version", "link_version", "buyer"];
const left = new Set(["pk", "sk", ...ids, ...money, ...dates, ...journal, ...mail, ...door, ...invitation, ...nobody]);

const anonymous = { name: null, email: null };

describe("after the deletion of a person of whom the table had everything", () => {
  let person: Awaited<ReturnType<typeof openPerson>>;
  let before: Item[];
  let after: Item[];
  beforeAll(async () => {
    person = await openPerson(core, "4711");
    await core.catalog.load();
    before = await scanTable(core.table);
    mailer.accepted.splice(0);
    await deleteUser(core, person.account, person.account);
    await letTimePass(core, 2_200, 200);
    after = await scanTable(core.table);
  });

  it("no item names them, their addresses or the network that they came from", () => {
    for (const trace of person.traces) expect(findNaming(before, [trace]).length, trace).toBeGreaterThan(0);
    expect(findNaming(after, person.traces)).toEqual([]);
  });

  it("their number stands beside ids, seats, amounts and dates alone", () => {
    const { account, guest } = person;
    const named = findNaming(after, [account.user_id, guest.user_id]);
    expect(named.length).toBeGreaterThan(5);
    // A request to sign in that the operator made is sealed, and good for ten minutes.
    const records = named.filter(({ pk }) => !String(pk).startsWith("signin-"));
    expect(named.length - records.length).toBe(1);
    expect(records.flatMap((item) => Object.keys(item).filter((field) => !left.has(field)))).toEqual([]);
    for (const { buyer = anonymous, ...fields } of records) {
      expect(buyer).toEqual(anonymous);
      for (const field of ["email", "name", "phone", "reason"]) expect(fields[field] ?? null).toBeNull();
    }
  });

  it("no session of theirs opens anything, in no process, and they are nobody for an admin too", async () => {
    expect([await resolveActor(core, person.token), await resolveActor(other, person.token)]).toEqual([null, null]);
    const { user_id } = person.account;
    await expect(getUser(core, await newAdmin(), { user_id })).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
  });

  it("no mail about their bookings went out", () => {
    const told = mailer.accepted.flatMap(({ letter }) => ("booking" in letter ? [letter.booking.booking_id] : []));
    expect(told.filter((booking_id) => ![person.namesakes, person.atCounter].includes(booking_id))).toEqual([]);
  });

  it("what was sold is sold, what was held is free, and the figures are the same", async () => {
    const { sale } = person;
    const seats = await readSeats(core, sale.event_id);
    const booked = seats.filter(({ seat_state }) => seat_state === "booked").map(({ seat_pos }) => seat_pos);
    expect(booked).toEqual(["A-1", "A-2", "A-3", "A-4", "A-8"]);
    expect(seats.find(({ seat_pos }) => seat_pos === "A-7")?.seat_state).toBe("available");
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ bookings: 5, revenue: 4 * 4500 - 1 });
  });

  it("their organizer finds nobody by their name, and a buyer without one", async () => {
    const page = { event_id: person.sale.event_id, limit: 50 };
    const { items: found } = await listSoldBookings(core, person.sale.organizer, { ...page, search: "Zoe" });
    expect(found).toEqual([]);
    const { items: buyers } = await listBuyers(core, person.sale.organizer, page);
    expect(buyers.map(({ name, email }) => ({ name, email }))).toEqual(buyers.map(() => ({ name: null, email: null })));
  });

  it("whoever signs in with the address is somebody new, to whom nothing is offered", async () => {
    const { user } = await signIn(core, person.email);
    expect(user.user_id).not.toBe(person.account.user_id);
    expect(await listFound(core, user, person.guest.user_id)).toEqual([]);
  });

  it("the link of a ticket opens it still, and cancels it", async () => {
    expect(await getByLink(core, person)).toMatchObject({ state: "confirmed", seats: ["A-3", "A-4"] });
    expect(await cancelByLink(core, person, { request_id: "r-1" })).toMatchObject({ state: "cancelled" });
    await letTimePass(core, 120);
    await expectCleanAudit(core, person.sale.event_id);
  });

  it("a repetition changes nothing", async () => {
    await deleteUser(core, await newAdmin(), person.account);
    await deleteUser(other, person.account, person.account);
    const own = (items: Item[]) => items.filter(({ pk }) => String(pk).endsWith(person.account.user_id));
    expect(own(await scanTable(core.table))).toEqual(own(after));
  });
});

describe("nobody is deleted", () => {
  const refuse = (actor: Actor, { user_id }: Actor, code: string) =>
    expect(deleteUser(core, actor, { user_id })).rejects.toMatchObject({ code });

  it("by somebody else", async () => {
    const { user } = await newAccount("Ann");
    await refuse(await newGuest(core), user, "USER_NOT_FOUND");
    await refuse(await newOrganizer(core), user, "USER_NOT_FOUND");
    expect(await getUser(core, user, user)).toMatchObject({ name: "Ann" });
  });

  it("while the operator has suspended them, but by an admin", async () => {
    const { user } = await newAccount("Bob");
    await suspendAccount(core, { user_id: user.user_id });
    await refuse(user, user, "SUSPENDED");
    await deleteUser(core, await newAdmin(), user);
    await expect(getUser(core, user, user)).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
  });

  it("who owns an organization alone, unless there is nothing in it", async () => {
    const organizer = await newOrganizer(core);
    const [organization_id] = organizationsOf(organizer, "owner");
    if (!organization_id) throw new Error("there is no organization");
    const invited = { email: "friend@example.org", role: "door" } as const;
    for (let n = 0; n < 3; n++) await invite(core, organizer, { organization_id, ...invited });
    await deleteUser(core, organizer, organizer);
    await letTimePass(core, 2_200, 200);
    const traces = [organization_id, "friend@example.org", hashEmail("friend@example.org")];
    const left = findNaming(await scanTable(core.table), traces).filter(({ pk }) => !String(pk).startsWith("journal-"));
    expect(left).toEqual([]);
  });

  it("but whoever owns as many organizations as there may be, all empty", async () => {
    const { user } = await newAccount("Eve");
    for (let n = 0; n < mostMemberships; n++) await createOrganization(core, user, { name: `House ${n}` });
    await deleteUser(core, user, user);
    await expect(getUser(core, user, user)).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
    await letTimePass(core, 2_200, 200);
  });

  it("who is the last owner that is not suspended", async () => {
    const organizer = await newOrganizer(core);
    const { actor: second } = await joinOrganization(core, organizer, ownOrganization(organizer), "owner");
    await suspendAccount(core, second);
    await refuse(organizer, organizer, "LAST_OWNER");
  });

  it("who has events or venues that would belong to nobody", async () => {
    const { organizer } = await openEvent(core, { rows: 1, perRow: 1 });
    await refuse(organizer, organizer, "LAST_OWNER");
  });

  it("while a payment of theirs is under way, but once it has ended", async () => {
    const sale = await openEvent(core, { rows: 1, perRow: 2 });
    const { user } = await newAccount("Cid");
    const held = await placeHold(core, user, ask(sale.event_id, "A-1"));
    const payment = { token: "tok_challenge" };
    await confirmHold(core, user, { ...held, payment });
    await refuse(user, user, "PAYMENT_IN_PROGRESS");
    await answerChallenge(core, user, { ...held, approve: true });
    expect(await confirmHold(core, user, { ...held, payment })).toMatchObject({ state: "confirmed" });
    await deleteUser(core, user, user);
    await letTimePass(core, 2_200, 200);
    expect(await expectCleanAudit(core, sale.event_id)).toMatchObject({ counted: { bookings: 1, revenue: 4500 } });
  });
});
