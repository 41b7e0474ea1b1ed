import { afterAll, beforeAll, expect, it } from "vitest";
import { keys } from "../table/keys.ts";
import { readItem, readItems } from "../table/read-item.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { race, times } from "../testing/race.ts";
import { alone, askToSignIn, signIn } from "../testing/sign-in.ts";
import { createUser } from "../user/create-user.ts";
import { endAllSessions } from "../user/own-sessions.ts";
import { resolveActor } from "../user/session.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";

let core: TestCore;
let other: TestCore;

beforeAll(async () => {
  core = await openCore();
  other = await openCore({ alongside: core });
});
afterAll(async () => {
  await other.close();
  await core.close();
});

const either = (i: number) => (i % 2 === 0 ? core : other);

it("a hundred sign-ups with one address, and their owners' sign-ins, in two processes, make one verified account", async () => {
  const email = "crowd@example.org";
  const made = await race(times(100, (i) => createUser(either(i), { email, role: "attendee" })));
  expect(made).toMatchObject({ refused: {}, broken: [] });
  const { won, refused, broken } = await race(times(20, (i) => signIn(either(i), email)));
  expect({ refused, broken }).toEqual({ refused: {}, broken: [] });
  const [owner] = new Set(won.map(({ user }) => user.user_id));
  expect(won.map(({ user }) => user.user_id)).toEqual(times(20, () => owner));
  expect(await readItem(core.table, keys.email(email))).toMatchObject({ user_id: owner });
  const accounts = await readItems(
    core.table,
    made.won.map(({ user }) => keys.user(user.user_id)),
  );
  expect(accounts.filter(({ verified_at }) => verified_at)).toMatchObject([{ user_id: owner }]);
  for (const { token } of won) expect(await resolveActor(core, token)).toMatchObject({ user_id: owner });
  const left = await Promise.all(made.won.map(({ token }) => resolveActor(other, token)));
  expect(left.filter((actor) => actor === null)).toHaveLength(1);
});

it("twenty first sign-ins to one address make one account", async () => {
  const { won, refused, broken } = await race(times(20, (i) => signIn(either(i), "first@example.org")));
  expect({ refused, broken }).toEqual({ refused: {}, broken: [] });
  expect(new Set(won.map(({ user }) => user.user_id)).size).toBe(1);
});

it("code and link of one mail, used twenty times at once in two processes, make one session", async () => {
  const { token, ...byCode } = await askToSignIn(core, "once@example.org");
  const { won, refused, broken } = await race(
    times(20, (i) => confirmSignIn(either(i), i % 5 === 0 ? byCode : { token }, alone)),
  );
  expect({ broken, refused }).toEqual({ broken: [], refused: { SIGN_IN_REFUSED: 19 } });
  expect(won).toHaveLength(1);
});

it("of forty codes tried at once no more than five are looked at", async () => {
  const { request_id, code } = await askToSignIn(core, "guessed@example.org");
  const codes = times(40, (i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, "0"));
  const { refused } = await race(codes.map((guess, i) => confirmSignIn(either(i), { request_id, code: guess }, alone)));
  expect(refused).toEqual({ SIGN_IN_REFUSED: 40 });
  const late = confirmSignIn(core, { request_id, code }, alone);
  await expect(late).rejects.toMatchObject({ code: "SIGN_IN_REFUSED" });
});

it("an account that is signed out everywhere while it is verified keeps no session from before", async () => {
  const email = "both@example.org";
  const { user, token } = await createUser(core, { email, role: "attendee" });
  const { broken, refused } = await race<unknown>([
    signIn(core, email),
    endAllSessions(other, user),
    signIn(other, email),
    endAllSessions(core, user),
  ]);
  expect({ broken, refused }).toEqual({ broken: [], refused: {} });
  core.clock.advance(2);
  expect([await resolveActor(core, token), await resolveActor(other, token)]).toEqual([null, null]);
  const { user: owner, token: fresh } = await signIn(core, email);
  expect(owner.user_id).toBe(user.user_id);
  expect(await resolveActor(other, fresh)).not.toBeNull();
});
