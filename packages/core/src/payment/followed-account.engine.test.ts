import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { followAccount, followedKey, hastenReading, moveCursor, toFollowedAccount } from "./followed-account.table.ts";

let core: TestCore;
beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

let accounts = 0;
let account = "";
const read = async () => (await readItem(core.table, followedKey(account))) ?? {};
const now = 1_800_000_000;
beforeEach(async () => {
  account = `acct_${++accounts}`;
  await updateItem(core.table, followAccount(account, now));
});

test("following an account again changes nothing", async () => {
  const before = await read();
  expect(before).toMatchObject({ account, due_shard: expect.stringMatching(/^money-[0-3]$/) });
  await updateItem(core.table, moveCursor(toFollowedAccount(before), "evt_1"));
  await updateItem(core.table, followAccount(account, now + 100));
  expect(await read()).toEqual({ ...before, cursor: "evt_1" });
});

test("of many that have read on from the same cursor one moves it", async () => {
  for (const from of [null, "evt_1"]) {
    const at = { account, cursor: from };
    const to = from === null ? "evt_1" : "evt_2";
    const moves = await Promise.all(Array.from({ length: 10 }, () => updateItem(core.table, moveCursor(at, to))));
    expect(moves.filter(({ done }) => done)).toHaveLength(1);
  }
  expect(await read()).toMatchObject({ cursor: "evt_2" });
});

describe("a reading", () => {
  const hasten = async (at: number) => (await updateItem(core.table, hastenReading(account, at))).done;
  const set = (attributes: Record<string, string | number>) =>
    Promise.all(
      Object.entries(attributes).map(([name, value]) =>
        updateItem(core.table, {
          ...{ key: followedKey(account), update: "SET #name = :value", names: { "#name": name } },
          values: { ":value": value },
        } as never),
      ),
    );

  test("that is to come is due at once", async () => {
    expect(await hasten(now - 30)).toBe(true);
    expect(await read()).toMatchObject({ due_at: new Date((now - 30) * 1000).toISOString() });
  });

  test("that is due already is left", async () => expect(await hasten(now + 30)).toBe(false));

  test("that another process does is left", async () => {
    await set({ due_lease: "token" });
    expect(await hasten(now - 30)).toBe(false);
  });

  test("that has failed keeps its pause", async () => {
    await set({ due_attempts: 1 });
    expect(await hasten(now - 30)).toBe(false);
  });

  test("of an account that nobody follows is not begun", async () => {
    account = "acct_foreign";
    expect(await hasten(now)).toBe(false);
    expect(await read()).toEqual({});
  });
});
