import { afterAll, beforeAll, expect, it } from "vitest";
import { EventlyError } from "../errors.ts";
import { commandWork } from "../testing/command-work.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { interposeWrites } from "../testing/interpose-writes.ts";
import { type Kill, killWorker } from "../testing/kill-worker.ts";
import { openCore, startClock, type TestCore } from "../testing/open-core.ts";
import { openPerson } from "../testing/open-person.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { findNaming, scanTable } from "../testing/scan-table.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { getUser } from "../user/get-user.ts";
import { deleteUser } from "./delete-user.ts";

const random = seededRandom(drawnSeed);
const moments = ["before", "during", "after"] as const;

let core: TestCore;
let people = 0;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

/** A person, and the command that deletes them. */
async function open() {
  const name = `killed-${people++}`;
  const person = await openPerson(core, name);
  await core.catalog.load();
  const { account } = person;
  const input = { user_id: account.user_id };
  return {
    person,
    command: { module: "../privacy/delete-user.ts", verb: "deleteUser", actor: account, input, key: name },
  };
}

/** How many writes a process needs that is not killed. */
async function countWrites(): Promise<number> {
  const { command } = await open();
  let writes = 0;
  const wrap = (table: TestCore["table"]) =>
    interposeWrites(table, (send) => {
      writes++;
      return send();
    });
  const other = await openCore({ alongside: core, clock: startClock(core.clock()), wrap });
  await commandWork(other, command);
  await other.close();
  return writes;
}

it("a person whose deletion is killed on the way is there, or is forgotten to the last trace", async () => {
  const writes = await countWrites();
  const all = Array.from({ length: writes }, (_, i) => i + 1).flatMap((write) =>
    moments.map((when): Kill => ({ write, when })),
  );
  const kills = process.env.EVENTLY_PROOF
    ? all
    : [all[drawBelow(random, all.length / 2)] ?? { write: 1, when: "after" }];
  let killed = 0;
  for (const kill of kills) {
    const { person, command } = await open();
    if (await killWorker(core, command, kill)) killed++;
    core.clock.advance(130);
    const isThere = await getUser(core, person.account, person.account).then(
      () => true,
      (error) => !(error instanceof EventlyError),
    );
    if (isThere) await deleteUser(core, person.account, person.account);
    await letTimePass(core, 2_400, 200);
    expect(findNaming(await scanTable(core.table), person.traces), `killed ${kill.when} write ${kill.write}`).toEqual(
      [],
    );
    const { counted } = await expectCleanAudit(core, person.sale.event_id);
    expect(counted).toMatchObject({ bookings: 5, revenue: 4 * 4500 - 1 });
  }
  process.stdout.write(`${writes} writes, ${killed} of ${kills.length} processes killed, seed ${drawnSeed}\n`);
  // Another process at work may have done the last of its writes.
  expect(killed).toBeGreaterThan(Math.max(0, kills.length - 4));
});
