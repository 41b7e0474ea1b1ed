import { describe, expect, it } from "vitest";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { createUser, startGuest } from "./create-user.ts";
import { getUser } from "./get-user.ts";
import { resolveActor } from "./session.ts";

const [core, other] = await openTwoCores();

it("an e-mail used by twenty concurrent sign-ups, in any case, in two processes, becomes one account", async () => {
  const spellings = ["ada@example.org", "Ada@Example.org", "ADA@EXAMPLE.ORG"];
  const { won, refused, broken } = await race(
    times(20, (i) =>
      createUser(i % 2 === 0 ? core : other, { email: spellings[i % 3] ?? "ada@example.org", role: "attendee" }),
    ),
  );
  expect(broken).toEqual([]);
  expect(won).toHaveLength(1);
  expect(refused).toEqual({ EMAIL_TAKEN: 19 });
  const [account] = won;
  const actor = await resolveActor(other, account?.token ?? "");
  expect(actor).toEqual({ user_id: account?.user.user_id, role: "attendee" });
  expect(actor && (await getUser(core, actor, actor)).email?.toLowerCase()).toBe("ada@example.org");
});

describe("a guest who signs up twenty times at once, in two processes", () => {
  const signUp = async (email: (i: number) => string) => {
    const { user, token } = await startGuest(core, {});
    const results = await race(
      times(20, (i) =>
        createUser(i % 2 === 0 ? core : other, { email: email(i), role: "organizer" }, { actor: user, token }),
      ),
    );
    return { user, guestToken: token, ...results };
  };

  it.each([
    ["with one e-mail", () => "edith@example.org"],
    ["with twenty e-mails", (i: number) => `edith-${i}@example.org`],
  ])("%s becomes one account", async (_, email) => {
    const { user, guestToken, won, refused, broken } = await signUp(email);
    expect(broken).toEqual([]);
    expect(refused).toEqual({ SIGN_IN_REQUIRED: 19 });
    expect(won).toMatchObject([{ user: { user_id: user.user_id, role: "organizer" } }]);
    const [account] = won;
    expect(await getUser(core, user, user)).toEqual(account?.user);
    expect(await resolveActor(other, account?.token ?? "")).toEqual({ user_id: user.user_id, role: "organizer" });
    expect(await resolveActor(other, guestToken)).toBeNull();
    const claimed = await Promise.all(times(20, (i) => readItem(core.table, keys.email(email(i)))));
    const owners = claimed.flatMap((claim, i) => (claim ? [[email(i), claim.user_id]] : []));
    expect(new Set(owners.map(String))).toEqual(new Set([`${account?.user.email},${user.user_id}`]));
  });
});

it("ids are never issued twice by concurrent processes", async () => {
  const ids = await Promise.all(times(400, (i) => (i % 2 === 0 ? core : other).ids.next("booking")));
  expect(new Set(ids).size).toBe(400);
});
