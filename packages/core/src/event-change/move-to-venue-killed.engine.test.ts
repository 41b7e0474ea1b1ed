import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { copySeats } from "../event-seats/copy-seats.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { createDying, type Dying } from "../testing/dying-table.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { getStored, openTwoHalls, readSold } from "../testing/open-two-halls.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { setEventStatus } from "./set-event-status.ts";

/** More than one transaction removes and copies them. */
const perRow = 30;

let core: TestCore;
let slow: TestCore;
let dying: Dying;
/** Its act happens before the slow process sends the next transaction, which is the last that it sends. */
const pending: { act: (() => Promise<unknown>) | null; isDead: boolean } = { act: null, isDead: false };

const isPending = () => pending.act !== null;

beforeAll(async () => {
  dying = createDying();
  core = await openCore({ wrap: dying.wrap });
  slow = await openCore({
    alongside: core,
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const act = command instanceof TransactWriteCommand ? pending.act : null;
        if (act) pending.act = null;
        if (pending.isDead) throw new Error("the process died");
        await act?.();
        return send().finally(() => {
          pending.isDead = act !== null && pending.act === null;
        });
      }),
  });
});
afterAll(async () => {
  await slow.close();
  await core.close();
});

it("a move is made whole or not at all, whichever write its process dies at", async () => {
  for (const when of ["before", "after"] as const) {
    let deaths = 0;
    for (let write = 1, isDead = true; isDead; write++) {
      const halls = await openTwoHalls(core, perRow);
      const { event_id } = await halls.draft();
      dying.die(write, when);
      const answer = await halls.edit(event_id, halls.moveTo(halls.tokyo)).catch(() => null);
      dying.rise();
      const { after_copy, venue_id } = await getStored(core, event_id);
      isDead = answer === null || after_copy !== null || core.faults.length > 0;
      core.faults.length = 0;
      deaths += isDead ? 1 : 0;
      if (isDead && after_copy !== null) {
        // The wish is kept, and comes true once the seats are there: here at once.
        const published = await setEventStatus(core, halls.organizer, { event_id, status: "published" });
        expect(published).toMatchObject({ status: "published", venue_id });
        expect(await readSold(core, event_id)).toEqual(halls.seatsIn(venue_id));
      }
      await letTimePass(core, 130, 31);
      expect(await getStored(core, event_id)).toMatchObject({ after_copy: null, venue_id });
      expect(await readSold(core, event_id), `${when} ${write}`).toEqual(halls.seatsIn(venue_id));
      expect((await auditEvent(core, event_id)).faults).toEqual([]);
    }
    // The decision, removals, their end, copies, and the end of those.
    expect(deaths).toBeGreaterThan(7);
  }
});

it("a job that dies at any write is finished by the next one", async () => {
  for (const when of ["before", "after"] as const)
    for (let write = 1; write <= 8; write++) {
      const halls = await openTwoHalls(core, perRow);
      const { event_id } = await halls.draft();
      // Stored is the decision.
      dying.die(2, "before");
      await halls.edit(event_id, halls.moveTo(halls.tokyo));
      dying.rise();
      core.clock.advance(61);
      dying.die(write, when);
      await runScheduledWork(core);
      dying.rise();
      core.faults.length = 0;
      await letTimePass(core, 130, 31);
      expect(await readSold(core, event_id), `${when} ${write}`).toEqual(halls.seatsIn(halls.tokyo));
      expect((await getStored(core, event_id)).after_copy).toBeNull();
    }
});

it.each([
  ["the same move", 0],
  ["a move elsewhere", 1],
  ["a later one back", 2],
])("a process that was slow in any write of a move touches no seat that %s copied", async (_, later) => {
  for (let at = 0; at < 8; at++) {
    const halls = await openTwoHalls(core, perRow);
    const { event_id } = await halls.draft();
    dying.die(2, "before");
    await halls.edit(event_id, halls.moveTo(halls.tokyo));
    dying.rise();
    const stale = await getStored(core, event_id);
    const moveOn = async () => {
      await copySeats(core, await getStored(core, event_id));
      for (const venue_id of [halls.oslo, halls.tokyo].slice(0, later))
        await halls.edit(event_id, halls.moveTo(venue_id));
    };
    const wait = (left: number) => async () => {
      if (left === 0) await moveOn();
      else pending.act = wait(left - 1);
    };
    pending.act = wait(at);
    await copySeats(slow, stale).catch(() => null);
    if (isPending()) await moveOn();
    Object.assign(pending, { act: null, isDead: false });
    const { after_copy, venue_id } = await getStored(core, event_id);
    expect([after_copy, venue_id]).toEqual([null, later === 1 ? halls.oslo : halls.tokyo]);
    expect(await readSold(core, event_id), `slow at ${at}`).toEqual(halls.seatsIn(venue_id));
    core.faults.length = 0;
  }
});
