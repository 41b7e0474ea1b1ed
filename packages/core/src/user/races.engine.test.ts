import { describe, expect, it } from "vitest";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { hashEmail } from "./contact.table.ts";
import { createUser, startGuest } from "./create-user.ts";
import { getUser } from "./get-user.ts";
import { resolveActor } from "./session.ts";

const [core, other] = await openTwoCores();

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
    expect(await resolveActor(other, account?.token ?? "")).toMatchObject({ user_id: user.user_id, role: "organizer" });
    expect(await resolveActor(other, guestToken)).toBeNull();
    const named = await Promise.all(
      times(20, (i) => readItem(core.table, keys.contact(hashEmail(email(i)), user.user_id))),
    );
    const addresses = named.flatMap((contact, i) => (contact ? [email(i)] : []));
    expect(new Set(addresses)).toEqual(new Set([account?.user.email]));
  });
});

it("ids are never issued twice by concurrent processes", async () => {
  const ids = await Promise.all(times(400, (i) => (i % 2 === 0 ? core : other).ids.next("booking")));
  expect(new Set(ids).size).toBe(400);
});
