import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { listBookings } from "../booking/list-bookings.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { listOpenHolds } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { createFaults } from "../testing/faults.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent } from "../testing/open-event.ts";
import { contactsOf } from "./contact.table.ts";
import { createUser, startGuest, type Visitor } from "./create-user.ts";
import { getUser, setGuestEmail } from "./get-user.ts";
import { requireOrganizer } from "./require-role.ts";
import { sessionSeconds } from "./session.rules.ts";
import { endSession, resolveActor } from "./session.ts";
import { CreateUser, Role } from "./user.ts";

let core: TestCore;
let people = 0;
const namedAt = async (email: string) => (await queryPage(core.table, contactsOf(email))).items.map(({ sk }) => sk);
const newEmail = () => `person-${people++}@example.org`;
const signUp = (more: Partial<CreateUser> = {}, visitor?: Visitor) =>
  createUser(core, { email: newEmail(), role: "attendee", ...more }, visitor);
const faults = createFaults();

beforeAll(async () => {
  core = await openCore({ wrap: faults.wrap });
});
afterAll(() => core.close());

describe("an account", () => {
  it("has the given fields, and its token identifies it", async () => {
    const { user, token } = await signUp({ email: "Ada@Example.org", name: "Ada", phone: "+47 1", role: "organizer" });
    expect(user).toMatchObject({ email: "Ada@Example.org", name: "Ada", phone: "+47 1", role: "organizer" });
    expect(await resolveActor(core, token)).toMatchObject({ user_id: user.user_id, role: "organizer" });
    expect(await getUser(core, user, user)).toEqual(user);
  });

  it("has its e-mail as a contact, which it claims for nobody and shares with whoever names it too", async () => {
    const accounts: string[] = [];
    for (const email of ["Grace@example.org", "grace@example.org", "GRACE@EXAMPLE.ORG"])
      accounts.push((await signUp({ email })).user.user_id);
    expect(new Set(accounts).size).toBe(3);
    expect(await readItem(core.table, keys.email("grace@example.org"))).toBeNull();
    expect(await namedAt("Grace@example.org")).toEqual(accounts);
  });

  it("is visible to itself and an admin, and to nobody else", async () => {
    const [{ user }, { user: other }] = [await signUp(), await signUp({ role: "organizer" })];
    expect(await getUser(core, { ...other, role: "admin" }, user)).toEqual(user);
    const refused = await getUser(core, other, user).catch((error) => error);
    const missing = await getUser(core, other, { user_id: UserId.parse("user-99999") }).catch((error) => error);
    expect(refused).toMatchObject({ code: "USER_NOT_FOUND" });
    expect(refused.toFailure()).toEqual(missing.toFailure());
  });

  it("can't change its e-mail as a guest does", async () => {
    const { user } = await signUp();
    const changed = setGuestEmail(core, user, { email: newEmail() });
    await expect(changed).rejects.toMatchObject({ code: "FORBIDDEN", details: { role: "attendee" } });
    expect(await getUser(core, user, user)).toEqual(user);
  });
});

describe("a guest", () => {
  it("needs no e-mail, and may use one of an account or another guest", async () => {
    const { user: account } = await signUp();
    const email = account.email ?? "";
    const nameless = await startGuest(core, {});
    expect(nameless.user).toMatchObject({ role: "guest", email: null });
    const guests = [await startGuest(core, { email }), await startGuest(core, { email })];
    expect(new Set(guests.map(({ user }) => user.user_id)).size).toBe(2);
  });

  it("claims no e-mail: an account can still be created with it", async () => {
    const email = newEmail();
    const { user } = await startGuest(core, { email });
    expect(await readItem(core.table, keys.email(email))).toBeNull();
    await expect(signUp({ email })).resolves.toBeDefined();
    expect(await getUser(core, user, user)).toMatchObject({ role: "guest", email });
  });

  it("can set the e-mail later", async () => {
    const { user } = await startGuest(core, {});
    const email = newEmail();
    expect(await setGuestEmail(core, user, { email })).toEqual({ ...user, email });
    expect(await getUser(core, user, user)).toMatchObject({ email });
  });

  it("is found at the address that it has now, and no longer at the one before", async () => {
    const [before, after] = [newEmail(), newEmail()];
    const { user } = await startGuest(core, { email: before });
    expect(await namedAt(before)).toEqual([user.user_id]);
    await setGuestEmail(core, user, { email: after });
    await setGuestEmail(core, user, { email: after.toUpperCase() });
    expect([await namedAt(before), await namedAt(after)]).toEqual([[], [user.user_id]]);
  });
});

describe("a guest who signs up", () => {
  it("becomes the account: the same user, with the guest's holds and bookings", async () => {
    const sale = await openEvent(core, { rows: 1, perRow: 4 });
    const { user: guest, token } = await startGuest(core, {});
    const booked = await placeHold(core, guest, ask(sale.event_id, "A-1"));
    const payment = { token: "tok_visa" };
    const booking = (await confirmHold(core, guest, { holding_id: booked.holding_id, payment })) as BookingView;
    const held = await placeHold(core, guest, ask(sale.event_id, "A-2"));

    const started = await signUp({ role: "organizer", name: "Ada" }, { actor: guest, token });
    const { user } = started;
    expect(user).toMatchObject({ ...guest, email: user.email, name: "Ada", role: "organizer" });
    expect(await getUser(core, user, user)).toEqual(user);
    const actor = await resolveActor(core, started.token);
    expect(actor).toMatchObject({ user_id: guest.user_id, role: "organizer" });
    expect(await listOpenHolds(core, user, sale)).toMatchObject([{ holding_id: held.holding_id }]);
    const { items } = await listBookings(core, user, { user_id: user.user_id, limit: 10 });
    expect(items).toMatchObject([{ booking_id: booking.booking_id }]);
    const paid = await confirmHold(core, user, { holding_id: held.holding_id, payment });
    expect(paid).toMatchObject({ state: "confirmed", user_id: guest.user_id });
  });

  it("is found at the account's e-mail, and can no longer change it", async () => {
    const contact = newEmail();
    const { user: guest, token } = await startGuest(core, { email: contact });
    const { user } = await signUp({ phone: "+47 1" }, { actor: guest, token });
    expect([await namedAt(contact), await namedAt(user.email ?? "")]).toEqual([[], [guest.user_id]]);
    // A process that remembers the guest's session for a moment is refused by the table.
    const changed = setGuestEmail(core, guest, { email: newEmail() });
    await expect(changed).rejects.toMatchObject({ code: "FORBIDDEN", details: { role: "attendee" } });
    expect(await getUser(core, user, user)).toEqual(user);
  });

  it("ends the guest's token, so that nobody who knew it is signed in", async () => {
    const { user: guest, token } = await startGuest(core, {});
    const account = await signUp({}, { actor: guest, token });
    expect(await resolveActor(core, token)).toBeNull();
    expect(await resolveActor(core, account.token)).toEqual({ user_id: guest.user_id, role: "attendee" });
    await expect(signUp({}, { actor: guest, token })).rejects.toMatchObject({ code: "SIGN_IN_REQUIRED" });
    expect(await getUser(core, account.user, account.user)).toEqual(account.user);
  });

  it("may name the e-mail of another account, which stays the other's", async () => {
    const { user: rival } = await signUp();
    const { user: guest, token } = await startGuest(core, {});
    const email = rival.email?.toUpperCase() ?? "";
    const { user } = await signUp({ email, name: "Ada" }, { actor: guest, token });
    expect(user).toMatchObject({ user_id: guest.user_id, email, role: "attendee" });
    expect(await namedAt(email)).toEqual([rival.user_id, user.user_id]);
  });

  it("is one account even if the response was lost and the engine forgot the request", async () => {
    const { user: guest, token } = await startGuest(core, {});
    faults.plan(() => "resent");
    const { user, token: own } = await signUp({}, { actor: guest, token }).finally(faults.end);
    expect(user).toMatchObject({ user_id: guest.user_id, role: "attendee" });
    expect(await resolveActor(core, own)).toEqual({ user_id: guest.user_id, role: "attendee" });
  });

  it("with an existing account creates another one: only guests are converted", async () => {
    const { user, token } = await signUp();
    const second = await signUp({}, { actor: user, token });
    expect(second.user.user_id).not.toBe(user.user_id);
    expect(await resolveActor(core, token)).toEqual({ user_id: user.user_id, role: "attendee" });
  });
});

describe("a session", () => {
  it("is stored by the hash of its token, so that the table reveals no token", async () => {
    const started = await signUp();
    const { token, user } = started;
    const hash = createHash("sha256").update(token).digest("base64url");
    const item = await readItem(core.table, keys.session(user.user_id, hash));
    expect(item).toMatchObject({ device: null, session_version: 0 });
    expect(JSON.stringify(item)).not.toContain(token.split(".")[1]);
    for (const text of [hash, `${user.user_id}.${hash}`]) expect(await resolveActor(core, text)).toBeNull();
  });

  it("has a token of 256 random bits of its own", async () => {
    const guests = await Promise.all(Array.from({ length: 5 }, () => startGuest(core, {})));
    const secrets = guests.map(({ token, user }) => token.slice(`${user.user_id}.`.length));
    expect(new Set(secrets).size).toBe(5);
    for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  });

  it.each(["", "unknown", "x".repeat(4_000), "session-1", "💥"])("does not come of the token %j", async (token) => {
    expect(await resolveActor(core, token)).toBeNull();
  });

  it("ends on request without ending the user's others, and may be ended twice", async () => {
    const [own, other] = [await signUp(), await signUp()];
    await endSession(core, own.token);
    await endSession(core, own.token);
    expect(await resolveActor(core, own.token)).toBeNull();
    expect(await resolveActor(core, other.token)).not.toBeNull();
  });

  it.each(["attendee", "organizer"] as const)(
    "of an %s expires, even if the engine has not deleted it yet",
    async (role) => {
      const { token } = await signUp({ role });
      core.clock.advance(sessionSeconds({ role }));
      expect(await resolveActor(core, token)).not.toBeNull();
      core.clock.advance(1);
      expect(await resolveActor(core, token)).toBeNull();
    },
  );
});

describe("the role of a user", () => {
  it.each(Role.options)("%s: only organizers and admins may do what needs an organizer", (role) => {
    const ask = () => requireOrganizer({ user_id: UserId.parse("user-00001"), role });
    if (role === "organizer" || role === "admin") expect(ask()).toBeUndefined();
    else expect(ask).toThrow(expect.objectContaining({ code: "FORBIDDEN", details: { role } }));
  });

  it.each(["admin", "guest", "owner"])("nobody can sign up as %s", (role) => {
    expect(CreateUser.safeParse({ email: "a@example.org", role }).success).toBe(false);
  });

  it("a password is refused with its field", () => {
    const { error } = CreateUser.safeParse({ email: "a@example.org", password: "correct horse" });
    expect(error?.issues).toMatchObject([{ path: ["password"], message: expect.stringContaining("no password") }]);
    expect(CreateUser.safeParse({ email: "a@example.org" }).success).toBe(true);
  });

  it.each(["", "ada", "ada@", "@example.org", "a b@example.org", `${"a".repeat(250)}@example.org`])(
    "%j is no e-mail",
    (email) => {
      expect(CreateUser.safeParse({ email }).success).toBe(false);
    },
  );
});
