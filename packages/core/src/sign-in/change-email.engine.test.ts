import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listBookings } from "../booking/list-bookings.ts";
import { listJournal } from "../journal/list-journal.ts";
import { grantRole } from "../operator/grant-role.ts";
import { suspendAccount } from "../operator/suspend-account.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { createGate } from "../testing/gate.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { alone, askToSignIn, signIn } from "../testing/sign-in.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { createUser, type Started, startGuest } from "../user/create-user.ts";
import { getUser } from "../user/get-user.ts";
import { endAllSessions } from "../user/own-sessions.ts";
import { endSession, resolveActor } from "../user/session.ts";
import { hashOf } from "../user/session-token.ts";
import { claimEmail, markBuyer } from "../user/user.table.ts";
import { changeEmail } from "./change-email.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";

let core: TestCore;
let other: TestCore;
let people = 0;
const newEmail = () => `person-${people++}@example.org`;

beforeAll(async () => {
  core = await openCore();
  other = await openCore({ alongside: core });
});
afterAll(async () => {
  await other.close();
  await core.close();
});

/** By the link of a mail to the new address. */
async function change({ user, token }: Started, email: string, at = core): Promise<Started> {
  const proof = await askToSignIn(core, email);
  return changeEmail(at, { actor: user, token }, { token: proof.token }, null);
}
const ownerOf = async (email: string) => (await readItem(core.table, keys.email(email)))?.user_id;

describe("an account", () => {
  it("gets an address that its owner has shown to have, and the former one is free", async () => {
    const [before, after] = [newEmail(), newEmail()];
    const first = await signIn(core, before);
    const second = await change(first, after);
    expect(second.user).toEqual({ ...first.user, email: after, verified_at: expect.any(String) });
    expect(await getUser(core, second.user, second.user)).toEqual(second.user);
    expect([await ownerOf(before), await ownerOf(after)]).toEqual([undefined, first.user.user_id]);
    expect([await resolveActor(core, first.token), await resolveActor(core, second.token)]).toMatchObject([
      null,
      { user_id: first.user.user_id },
    ]);
    expect((await signIn(core, after)).user.user_id).toBe(first.user.user_id);
    expect((await signIn(core, before)).user.user_id).not.toBe(first.user.user_id);
  });

  it("is changed by the code of a mail that opens no other account, and has no link", async () => {
    const mailer = createTestMailer();
    const sending = await openCore({ alongside: core, mailer });
    const email = newEmail();
    const mine = await signIn(core, newEmail());
    const { token, ...byCode } = await askToSignIn(sending, email, "change-email");
    await letTimePass(sending, 5);
    expect(mailer.accepted.find(({ to }) => to === email)?.letter).toMatchObject({
      ...{ kind: "sign-in", code: byCode.code, path: null },
    });
    for (const proof of [{ token }, byCode])
      await expect(confirmSignIn(core, proof, alone)).rejects.toMatchObject({ code: "SIGN_IN_REFUSED" });
    const changed = await changeEmail(core, { actor: mine.user, token: mine.token }, byCode, null);
    expect(changed.user).toMatchObject({ user_id: mine.user.user_id, email });
    await sending.close();
  });

  it("with an address that was mistyped, and nobody has verified, gets the right one", async () => {
    const [typo, right] = [newEmail(), newEmail()];
    const made = await createUser(core, { email: typo, role: "organizer" });
    const { user, token } = await change(made, right);
    expect(user).toMatchObject({ user_id: made.user.user_id, role: "organizer", email: right });
    expect([await resolveActor(core, made.token), await resolveActor(core, token)]).toMatchObject([
      null,
      { role: "organizer" },
    ]);
    expect((await signIn(core, typo)).user.user_id).not.toBe(made.user.user_id);
  });

  it("takes its bookings along", async () => {
    const sale = await openEvent(core);
    const first = await signIn(core, newEmail());
    await buy(core, sale, first.user, "A-1");
    const email = newEmail();
    const { user } = await change(first, email);
    const { items } = await listBookings(core, user, { ...user, limit: 10 });
    expect(items).toHaveLength(1);
    const item = await readItem(core.table, keys.booking(sale.event_id, items[0]?.booking_date ?? ""));
    expect(item).toMatchObject({ buyer: { email } });
  });

  it("can't have one that another has, whatever its case", async () => {
    const [theirs, mine] = [newEmail(), await signIn(core, newEmail())];
    await buy(core, await openEvent(core), (await signIn(core, theirs)).user, "A-1");
    await expect(change(mine, theirs.toUpperCase())).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
    expect(await getUser(core, mine.user, mine.user)).toEqual(mine.user);
    expect(await resolveActor(core, mine.token)).not.toBeNull();
  });

  it("can't while it is suspended, nor can a guest", async () => {
    const account = await signIn(core, newEmail());
    await suspendAccount(core, account.user);
    await expect(change(account, newEmail())).rejects.toMatchObject({ code: "SUSPENDED" });
    const guest = await startGuest(core, {});
    await expect(change(guest, newEmail())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a session that its account's owner has ended", () => {
  const dead = { code: "SIGN_IN_REQUIRED" };

  it("changes no address, neither while that is written nor where it is still remembered", async () => {
    const gate = createGate();
    const slow = await openCore({ alongside: core, wrap: gate.wrap });
    const email = newEmail();
    const squatter = await createUser(core, { email, role: "organizer" });
    await resolveActor(other, squatter.token);
    const closed = gate.close();
    const underWay = change(squatter, newEmail(), slow).then(null, (error) => error);
    await closed;
    const owner = await signIn(core, email);
    gate.open();
    expect(await underWay).toMatchObject(dead);
    expect(await resolveActor(other, squatter.token)).not.toBeNull();
    await expect(change(squatter, newEmail(), other)).rejects.toMatchObject(dead);
    core.clock.advance(2);
    expect([await ownerOf(email), await resolveActor(other, owner.token)]).toMatchObject([
      squatter.user.user_id,
      { user_id: owner.user.user_id },
    ]);
    await slow.close();
  });

  it.each([
    ["everywhere", ({ user }: Started) => endAllSessions(core, user)],
    ["here", ({ token }: Started) => endSession(core, token)],
  ])("by signing out %s changes no address", async (_, end) => {
    const account = await signIn(core, newEmail());
    await end(account);
    await expect(change(account, newEmail(), other)).rejects.toMatchObject(dead);
  });

  it("may be one of the version before", async () => {
    const account = await createUser(core, { email: newEmail(), role: "attendee" });
    const token = randomBytes(32).toString("base64url");
    const { user_id } = account.user;
    const ends_at = core.clock() + 1_000;
    await transact(core.table, [{ put: { ...keys.sessionBefore(hashOf(token)), user_id, ends_at } }]);
    const email = newEmail();
    expect((await change({ ...account, token }, email)).user).toMatchObject({ user_id, email });
    await expect(change({ ...account, token }, newEmail())).rejects.toMatchObject(dead);
  });
});

describe("an address that another account has claimed", () => {
  it("is given up by one that nobody uses, which loses its sessions", async () => {
    const email = newEmail();
    const empty = await signIn(core, email);
    const mine = await signIn(core, newEmail());
    expect((await change(mine, email)).user).toMatchObject({ user_id: mine.user.user_id, email });
    expect([await ownerOf(email), await resolveActor(core, empty.token)]).toEqual([mine.user.user_id, null]);
    expect((await signIn(core, email)).user.user_id).toBe(mine.user.user_id);
    const { items } = await listJournal(core, mine.user.user_id, { limit: 10 });
    expect(items).toMatchObject([{ action: "account.email_changed", actor_id: mine.user.user_id }]);
    expect(JSON.stringify(items)).not.toContain("@");
  });

  it("is kept by one with an event or a venue, and not by one that never verified it", async () => {
    const [email, before] = [newEmail(), newEmail()];
    const { user } = await signIn(core, email);
    await grantRole(core, { user_id: user.user_id, role: "organizer" });
    await openEvent(core, { organizer: { ...user, role: "organizer" } });
    const mine = await signIn(core, newEmail());
    await expect(change(mine, email)).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
    const squatter = await createUser(core, { email: before, role: "organizer" });
    await openEvent(core, { organizer: squatter.user });
    await transact(core.table, [claimEmail(before, squatter.user.user_id)]);
    expect((await change(mine, before)).user.user_id).toBe(mine.user.user_id);
    expect([await ownerOf(before), await resolveActor(core, squatter.token)]).toMatchObject([
      mine.user.user_id,
      { role: "organizer" },
    ]);
  });
});

it("an address that twenty accounts want at once, in two processes, becomes one's", async () => {
  const email = newEmail();
  const accounts = await Promise.all(times(20, () => signIn(core, newEmail())));
  // An account that nobody uses gives its address up.
  await transact(
    core.table,
    accounts.map(({ user }) => markBuyer(user.user_id, user, { isPaid: true })),
  );
  const { won, refused, broken } = await race(
    accounts.map((account, i) => change(account, email, i % 2 === 0 ? core : other)),
  );
  expect({ broken, refused, won: won.length }).toEqual({ broken: [], refused: { EMAIL_TAKEN: 19 }, won: 1 });
  expect(await ownerOf(email)).toBe(won[0]?.user.user_id);
  for (const { user } of accounts)
    if (user.user_id !== won[0]?.user.user_id) expect(await ownerOf(user.email ?? "")).toBe(user.user_id);
});
