import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { EventlyError } from "../errors.ts";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { ownersFor } from "../organization/may.ts";
import { type BulkJob, bulkJobs, type OpenJob } from "../testing/bulk-jobs.ts";
import { commandWork, giveCommand } from "../testing/command-work.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { interposePayments, interposeWrites } from "../testing/interpose-writes.ts";
import { type Kill, killWorker } from "../testing/kill-worker.ts";
import { openCore, startClock, type TestCore } from "../testing/open-core.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { findLeftovers, readWorld } from "../testing/read-world.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";

const random = seededRandom(drawnSeed);

let core: TestCore;
let writes = 0;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

/** A process of its own that is not killed, whose writes are counted. */
async function workUndisturbed({ command }: OpenJob): Promise<boolean> {
  writes = 0;
  const around = <T>(send: () => Promise<T>): Promise<T> => {
    writes++;
    return send();
  };
  const clock = startClock(core.clock());
  const other = await openCore({ alongside: core, clock, wrap: (table) => interposeWrites(table, around) });
  await commandWork({ ...other, gateway: interposePayments(core.gateway, around) }, command);
  await other.close();
  return false;
}

/** Whose command died gives it again with its key. */
async function giveAgain({ command, accepted = [] }: OpenJob): Promise<void> {
  await giveCommand(core, command).catch((error) => {
    if (!(error instanceof EventlyError && accepted.includes(error.code))) throw error;
  });
}

/** What is sold or shown is whole wherever a process ended. */
async function expectWhole({ command: { actor } }: OpenJob): Promise<void> {
  for (const event_id of await listOwnEventIds(core.table, ownersFor(actor, null))) {
    const event = await findEvent(core.table, event_id);
    if (event && event.status !== "draft" && event.status !== "deleting")
      expect((await auditEvent(core, event_id)).faults).toEqual([]);
  }
}

async function play(job: BulkJob, work: (opened: OpenJob) => Promise<boolean>) {
  const from = Math.floor(core.clock());
  const opened = await job.open(core);
  const isKilled = await work(opened);
  await expectWhole(opened);
  await opened.meanwhile?.();
  core.clock.advance(130);
  await giveAgain(opened);
  await letTimePass(core, 1_300, 130);
  const { actor } = opened.command;
  for (const event_id of await listOwnEventIds(core.table, ownersFor(actor, null)))
    await expectCleanAudit(core, event_id);
  expect(await findLeftovers(core)).toEqual([]);
  expect(core.faults.splice(0)).toEqual([]);
  return { isKilled, world: await readWorld(core, actor, from) };
}

/** Each write, while it is under way and once it is answered; before it nothing is different from after the last. */
function listKills(count: number): Kill[] {
  const all = Array.from({ length: count }, (_, i): Kill[] => [
    { write: i + 1, when: "during" },
    { write: i + 1, when: "after" },
  ]).flat();
  if (process.env.EVENTLY_PROOF) return [{ write: 1, when: "before" }, ...all];
  // Not the last ones: a process that works on two pieces at once may need a write more or less.
  const drawn = all[drawBelow(random, all.length / 2)];
  return drawn ? [drawn] : [];
}

it.each(bulkJobs)("nothing half done stays of $name when a process is killed", async (job) => {
  const undisturbed = await play(job, workUndisturbed);
  const kills = listKills(writes);
  let killed = 0;
  for (const kill of kills) {
    const { isKilled, world } = await play(job, ({ command }) => killWorker(core, command, kill));
    if (isKilled) killed++;
    // A write that meets a conflict is sent again and counted twice: the other process may need fewer.
    else if (killed === 0 && kill.write > 1) kills.push({ ...kill, write: Math.floor(kill.write / 2) });
    expect(world, `killed ${kill.when} write ${kill.write}, seed ${drawnSeed}`).toEqual(undisturbed.world);
  }
  process.stdout.write(
    `${job.name}: ${writes} writes, ${killed} of ${kills.length} processes killed, seed ${drawnSeed}\n`,
  );
  expect(killed).toBeGreaterThan(0);
  if (process.env.EVENTLY_PROOF) expect(killed).toBeGreaterThanOrEqual(kills.length - 4);
});
