import { afterAll, beforeAll, expect, it } from "vitest";
import { transact } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { putJournal } from "./journal.table.ts";
import { listChangedSince } from "./list-journal.ts";

let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

it("what changed since a revision is found behind the many bookings that were cancelled since", async () => {
  const subject = id.event(1);
  const write = async (entry: Pick<Parameters<typeof putJournal>[0], "action" | "revision" | "changes">) => {
    core.clock.advance(0.001);
    await transact(core.table, [putJournal({ subject, at: core.clock(), actor: null, ...entry })]);
  };
  const change = (field: string, revision: number) =>
    write({ action: "event.changed", revision, changes: { [field]: { before: 1, after: 2 } } });
  await change("tags", 1);
  await change("name", 2);
  await change("duration", 3);
  for (let i = 0; i < 120; i++) await write({ action: "booking.cancelled" });
  expect(await listChangedSince(core, subject, 1)).toEqual(["duration", "name"]);
  expect(await listChangedSince(core, subject, 2)).toEqual(["duration"]);
  expect(await listChangedSince(core, subject, 3)).toEqual([]);
});
