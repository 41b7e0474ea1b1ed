import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listBookings } from "../booking/list-bookings.ts";
import { suspendAccount } from "../operator/suspend-account.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import { askToSignIn, signIn } from "../testing/sign-in.ts";
import { createUser, type Started } from "../user/create-user.ts";
import { getUser } from "../user/get-user.ts";
import { resolveActor } from "../user/session.ts";
import { changeEmail } from "./change-email.ts";

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
async function change({ user }: Pick<Started, "user">, email: string, at = core): Promise<Started> {
  const { token } = await askToSignIn(core, email);
  return changeEmail(at, user, { token }, null);
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
    await signIn(core, theirs);
    await expect(change(mine, theirs.toUpperCase())).rejects.toMatchObject({ code: "EMAIL_TAKEN" });
    expect(await getUser(core, mine.user, mine.user)).toEqual(mine.user);
    expect(await resolveActor(core, mine.token)).not.toBeNull();
  });

  it("can't while it is suspended, nor can a guest", async () => {
    const account = await signIn(core, newEmail());
    await suspendAccount(core, account.user);
    await expect(change(account, newEmail())).rejects.toMatchObject({ code: "SUSPENDED" });
    const guest = await newGuest(core);
    const { token } = await askToSignIn(core, newEmail());
    await expect(changeEmail(core, guest, { token }, null)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("an address that twenty accounts want at once, in two processes, becomes one's", async () => {
  const email = newEmail();
  const accounts = await Promise.all(times(20, () => signIn(core, newEmail())));
  const { won, refused, broken } = await race(
    accounts.map((account, i) => change(account, email, i % 2 === 0 ? core : other)),
  );
  expect({ broken, refused, won: won.length }).toEqual({ broken: [], refused: { EMAIL_TAKEN: 19 }, won: 1 });
  expect(await ownerOf(email)).toBe(won[0]?.user.user_id);
  for (const { user } of accounts)
    if (user.user_id !== won[0]?.user.user_id) expect(await ownerOf(user.email ?? "")).toBe(user.user_id);
});
