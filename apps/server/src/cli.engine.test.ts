import { update } from "@evently/core/table/actions";
import { deadShardOf } from "@evently/core/table/due-index";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { updateItem } from "@evently/core/table/update-item";
import { id } from "@evently/core/testing/id";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { openEvent, type Sale } from "@evently/core/testing/open-event";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "./testing/process/run-command.ts";

let core: TestCore;
let sound: Sale;
let drifted: Sale;

beforeAll(async () => {
  core = await openCore();
  sound = await openEvent(core, { rows: 1, perRow: 2 });
  drifted = await openEvent(core, { rows: 1, perRow: 2, event: { status: "draft" } });
  const wrong = update({ key: keys.event(drifted.event_id), update: "ADD gross :one", values: { ":one": 1 } });
  await updateItem(core.table, wrong);
});
afterAll(() => core.close());

const evently = (...words: string[]) => runCommand(core, ...words);

it("verify checks every event, drafts too, shows what differs and exits with 1", async () => {
  const { code, said } = await evently("verify");
  expect(code).toBe(1);
  expect(said).toMatch(/^event-00002\n/);
  expect(said).toMatch(/ {2}gross +1 +0\n/);
  expect(said).toMatch(/\n1 faults:\n {2}gross is counted as 1, the records say 0\n2 events, 1 with faults.\n$/);
});

it("verify of one event exits with 0 without faults, and rejects an invalid id as a wrong command", async () => {
  const [good, wrong] = await Promise.all([evently("verify", sound.event_id), evently("audit", "1")]);
  expect(good.code).toBe(0);
  expect(good.said).toMatch(/^event-00001\n/);
  expect(good.said).toMatch(/\nNo faults.\n$/);
  const complained = 'audit wants an event id such as event-00001, not "1".\n';
  expect(wrong).toEqual({ code: 2, said: "", complained });
});

it("dead lists what failed too often without its messages, and retry makes it due again", async () => {
  expect(await evently("dead")).toMatchObject({ code: 0, said: "No work is dead.\n" });
  const [first, second] = [keys.payment(id.payment(1)), keys.payment(id.payment(2))];
  for (const [i, key] of [first, second].entries()) {
    const values = { ":dead": deadShardOf("money"), ":at": `2026-11-22T05:04:1${i}.000Z`, ":n": 36, ":error": "Error" };
    const mark = "SET due_shard = :dead, due_at = :at, due_attempts = :n, due_error = :error";
    await updateItem(core.table, update({ key, update: mark, values }));
  }
  expect(await evently("dead")).toMatchObject({
    code: 1,
    said: `  kind   key            attempts  last error  dead since
  money  payment-00001  36        Error       2026-11-22T05:04:10.000Z
  money  payment-00002  36        Error       2026-11-22T05:04:11.000Z
2 dead. Once the cause is gone, retry makes them due again.
`,
  });
  expect(await evently("retry", "payment-00003")).toMatchObject({
    code: 1,
    said: "No dead work has the key payment-00003.\n",
  });
  expect(await evently("retry", first.pk)).toMatchObject({ code: 0, said: "payment-00001 is due again.\n" });
  expect(await readItem(core.table, first)).toEqual({
    ...first,
    due_shard: expect.stringMatching(/^money-[0-3]$/),
    due_at: expect.any(String),
  });
  expect(await evently("retry")).toMatchObject({ code: 0, said: "payment-00002 is due again.\n" });
  expect(await evently("retry")).toMatchObject({ code: 0, said: "No work is dead.\n" });
});

it("rejects an unknown command, and an argument that a command doesn't take", async () => {
  const wrong = [["constructor"], ["dead", "payment-00001"], ["retry", "a", "b"], ["migrate", "event-00001"], []];
  for (const { code, said, complained } of await Promise.all(wrong.map((words) => evently(...words))))
    expect([code, said, complained.split("\n")[0]]).toEqual([2, "", "What to do?"]);
});

it("--help lists every command, and one with a wrong name says in a sentence what it wants", async () => {
  const help = await evently("--help");
  expect([help.code, help.complained]).toEqual([0, ""]);
  const reasoned = ["suspend ID", "resume ID", "approve ORGANIZATION_ID", "hide EVENT_ID", "show EVENT_ID"];
  for (const command of [...reasoned.map((name) => `${name} [REASON]`), "audit EVENT_ID", "quota ID KIND NUMBER"])
    expect(help.said).toContain(`  ${command} `);
  const wrong = {
    'suspend wants a user id such as user-00001, or an organization id such as organization-00001, not "event-00001".\n':
      ["suspend", "event-00001"],
    'approve wants an organization id such as organization-00001, not "user-00001".\n': ["approve", "user-00001"],
    'hide wants an event id such as event-00001, not "".\n': ["hide"],
    'grant wants attendee, organizer or admin, not "guest".\n': ["grant", "guest", "user-00001"],
    'quota wants events, venues or seats, not "rooms".\n': ["quota", "user-00001", "rooms", "7"],
    'quota wants a whole number up to 1,000,000, not "-1".\n': ["quota", "user-00001", "seats", "-1"],
    'suspend wants a reason in quotes, of one line and at most 200 characters, not "".\n': [
      "suspend",
      "user-00001",
      "",
    ],
  };
  for (const [complained, words] of Object.entries(wrong))
    expect(await evently(...words)).toEqual({ code: 2, said: "", complained });
  const beyond = await evently("quota", "user-00001", "events", "10001");
  expect([beyond.code, beyond.said]).toEqual([2, ""]);
  expect(beyond.complained).toContain("An account has at most 10000 upcoming events.\n");
});

it("what there is not ends with 1 and a sentence", async () => {
  const nobody = { code: 1, said: "There is no such user.\n" };
  for (const words of [
    ["suspend", "user-99999"],
    ["resume", "user-99999"],
    ["grant", "admin", "user-99999"],
  ])
    expect(await evently(...words)).toMatchObject(nobody);
  expect(await evently("show", "event-99999")).toMatchObject({ code: 1, said: "There is no such event.\n" });
});
