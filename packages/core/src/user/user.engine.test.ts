import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { listBookings } from "../booking/list-bookings.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { listOpenHolds } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { createFaults } from "../testing/faults.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent } from "../testing/open-event.ts";
import { createUser, startGuest, type Visitor } from "./create-user.ts";
import { getUser, setGuestEmail } from "./get-user.ts";
import { requireOrganizer } from "./require-role.ts";
import { endSession, resolveActor, sessionSeconds } from "./session.ts";
import { CreateUser, Role } from "./user.ts";

let core: TestCore;
let people = 0;
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
    expect(await resolveActor(core, token)).toEqual({ user_id: user.user_id, role: "organizer" });
    expect(await getUser(core, user, user)).toEqual(user);
  });

  it("has its e-mail exclusively, ignoring case", async () => {
    await signUp({ email: "Grace@example.org" });
    for (const email of ["Grace@example.org", "grace@example.org", "GRACE@EXAMPLE.ORG"])
      await expect(signUp({ email })).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
    await expect(signUp({ email: "grace.h@example.org" })).resolves.toBeDefined();
  });

  it("that failed leaves nothing behind", async () => {
    const email = newEmail();
    const { user } = await signUp({ email });
    await expect(signUp({ email })).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
    const next = id.user(Number(user.user_id.slice(5)) + 1);
    expect(await readItem(core.table, keys.user(next))).toBeNull();
    expect(await readItem(core.table, keys.email(email))).toMatchObject({ user_id: user.user_id });
  });

  it("is visible to itself and an admin, and to nobody else", async () => {
    const [{ user }, { user: other }] = [await signUp(), await signUp({ role: "organizer" })];
    expect(await getUser(core, { ...other, role: "admin" }, user)).toEqual(user);
    const refused = await getUser(core, other, user).catch((error) => error);
    const missing = await getUser(core, other, { user_id: UserId.parse("user-99999") }).catch((error) => error);
    expect(refused).toMatchObject({ code: "USER_NOT_FOUND" });
    expect(refused.toFailure()).toEqual(missing.toFailure());
  });

  it("can't change its e-mail, which is its claim", async () => {
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
    expect(user).toEqual({ ...guest, email: user.email, name: "Ada", role: "organizer" });
    expect(await getUser(core, user, user)).toEqual(user);
    const actor = await resolveActor(core, started.token);
    expect(actor).toEqual({ user_id: guest.user_id, role: "organizer" });
    expect(await listOpenHolds(core, user, sale)).toMatchObject([{ holding_id: held.holding_id }]);
    const { items } = await listBookings(core, user, { user_id: user.user_id, limit: 10 });
    expect(items).toMatchObject([{ booking_id: booking.booking_id }]);
    const paid = await confirmHold(core, user, { holding_id: held.holding_id, payment });
    expect(paid).toMatchObject({ state: "confirmed", user_id: guest.user_id });
  });

  it("has the account's e-mail exclusively, and can no longer change it", async () => {
    const { user: guest, token } = await startGuest(core, { email: "contact@example.org" });
    const { user } = await signUp({ phone: "+47 1" }, { actor: guest, token });
    expect(await readItem(core.table, keys.email(user.email ?? ""))).toMatchObject({ user_id: guest.user_id });
    await expect(signUp({ email: user.email ?? "" })).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
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

  it("with a taken e-mail stays a guest", async () => {
    const { user: rival } = await signUp();
    const { user: guest, token } = await startGuest(core, { email: "contact@example.org" });
    const taken = signUp({ email: rival.email?.toUpperCase() ?? "", name: "Ada" }, { actor: guest, token });
    await expect(taken).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
    expect(await getUser(core, guest, guest)).toEqual(guest);
    expect(await resolveActor(core, token)).toEqual({ user_id: guest.user_id, role: "guest" });
    await expect(signUp({}, { actor: guest, token })).resolves.toMatchObject({ user: { user_id: guest.user_id } });
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
    const { token } = await signUp();
    const hash = createHash("sha256").update(token).digest("base64url");
    const item = await readItem(core.table, keys.session(hash));
    expect(item).toMatchObject({ role: "attendee" });
    expect(JSON.stringify(item)).not.toContain(token);
    expect(await resolveActor(core, hash)).toBeNull();
  });

  it("has a token of 256 random bits of its own", async () => {
    const tokens = await Promise.all(Array.from({ length: 5 }, async () => (await startGuest(core, {})).token));
    expect(new Set(tokens).size).toBe(5);
    for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
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

  it("expires after thirty days, even if the engine has not deleted it yet", async () => {
    const { token } = await signUp();
    core.clock.advance(sessionSeconds);
    expect(await resolveActor(core, token)).not.toBeNull();
    core.clock.advance(1);
    expect(await resolveActor(core, token)).toBeNull();
    expect(sessionSeconds).toBe(30 * 86_400);
  });
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
    expect(error?.issues).toMatchObject([{ path: ["password"], message: expect.stringContaining("come later") }]);
    expect(CreateUser.safeParse({ email: "a@example.org" }).success).toBe(true);
  });

  it.each(["", "ada", "ada@", "@example.org", "a b@example.org", `${"a".repeat(250)}@example.org`])(
    "%j is no e-mail",
    (email) => {
      expect(CreateUser.safeParse({ email }).success).toBe(false);
    },
  );
});
