import { afterAll, beforeAll, expect, it } from "vitest";
import { bulkJobs } from "../testing/bulk-jobs.ts";
import { giveCommand } from "../testing/command-work.ts";
import { interposeWrites } from "../testing/interpose-writes.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { letTimePass, listDue } from "../testing/settle-everything.ts";
import { findTask } from "./tasks.ts";

let core: TestCore;
let writes = 0;

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interposeWrites(table, (send) => {
        writes++;
        return send();
      }),
  });
});
afterAll(() => core.close());

it.each(bulkJobs)("$name: work that is asked to return begins no further item, and stays due", async ({ open }) => {
  const { command } = await open(core);
  await giveCommand(core, command);
  await core.background.settled();
  const due = (await listDue(core)).filter(({ due_shard }) => String(due_shard).startsWith("bulk"));
  writes = 0;
  for (const { pk, sk } of due) {
    const key = { pk: String(pk), sk: String(sk) };
    await findTask(key)?.finish(core, key, AbortSignal.abort());
  }
  expect(writes).toBe(0);
  expect(await listDue(core)).toEqual(expect.arrayContaining(due));
  await letTimePass(core, 1_300, 130);
  expect(await listDue(core)).toEqual([]);
});
