import { afterAll, beforeAll, expect, it } from "vitest";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { race, times } from "../testing/race.ts";
import { createUser } from "./create-user.ts";
import { getUser } from "./get-user.ts";
import { resolveActor } from "./session.ts";

let core: TestCore;
let other: TestCore;

beforeAll(async () => {
  core = await openCore();
  other = await openCore({ beside: core });
});
afterAll(async () => {
  await other.close();
  await core.close();
});

it("an e-mail asked for by twenty at once, in any capitals and two processes, becomes one account", async () => {
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

it("ids are never given twice, whatever two processes ask for at once", async () => {
  const ids = await Promise.all(times(400, (i) => (i % 2 === 0 ? core : other).ids.next("booking")));
  expect(new Set(ids).size).toBe(400);
});
