import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { readItem } from "../table/read-item.ts";
import { createFaults } from "../testing/faults.ts";
import { interpose } from "../testing/interpose.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { listCaptures, oweCaptures, withCapture } from "../testing/owe-captures.ts";
import { expectCleanAudit, listDue } from "../testing/settle-everything.ts";
import { toSeconds } from "../time.ts";
import { runScheduledWork } from "./run-scheduled-work.ts";
import { leaseSeconds, renewSeconds } from "./work-kinds.ts";

const faults = createFaults();
let sale: Sale;

const [core, other] = await openTwoCores({ wrap: faults.wrap });

beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 2 });
});
afterEach(() => {
  faults.end();
  core.faults.splice(0);
});

async function oweOne() {
  await oweCaptures(core, sale, ["A-1"]);
  const [due] = await listDue(core);
  core.clock.advance(60);
  return { pk: String(due?.pk), sk: String(due?.sk) };
}

/** A gateway call that is under way until it is let go on. */
function startSlowCapture() {
  let [begin, goOn] = [() => {}, () => {}];
  const begun = new Promise<void>((resume) => {
    begin = resume;
  });
  const free = new Promise<void>((resume) => {
    goOn = resume;
  });
  const slow = withCapture(core, async (key) => {
    begin();
    await free;
    return core.gateway.capture(key);
  });
  return { slow, begun, goOn: () => goOn() };
}

describe("a process that dies at work", () => {
  it.each(["before the gateway's call", "after the gateway's call"])(
    "%s: its work is taken over once its lease has ended, and done once",
    async (moment) => {
      await oweOne();
      const dying = withCapture(core, async (key) => {
        if (moment.startsWith("after")) await core.gateway.capture(key);
        faults.plan(() => "death");
        throw new Error("the process died");
      });
      await runScheduledWork(dying).catch(() => 0);
      const others = listCaptures(other);
      core.clock.advance(leaseSeconds - 1);
      expect(await runScheduledWork(others.core), "still leased").toBe(0);
      core.clock.advance(2);
      expect(await runScheduledWork(others.core)).toBe(1);
      expect(others.captured).toHaveLength(1);
      faults.end();
      const { counted } = await expectCleanAudit(other, sale.event_id);
      expect(counted).toMatchObject({ bookings: 1, at_gateway: 4500 });
    },
  );
});

describe("a process that is slow", () => {
  it("keeps its work by renewing the lease", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const key = await oweOne();
    const { slow, begun, goOn } = startSlowCapture();
    const working = runScheduledWork(slow);
    await begun;
    for (let n = 0; n < 9; n++) {
      core.clock.advance(renewSeconds);
      vi.advanceTimersByTime(renewSeconds * 1000);
      const renewed = async () => toSeconds(String((await readItem(core.table, key))?.due_at));
      await expect.poll(renewed).toBeGreaterThan(core.clock() + leaseSeconds - 1);
      expect(await runScheduledWork(other)).toBe(0);
    }
    goOn();
    expect(await working).toBe(1);
    await expectCleanAudit(core, sale.event_id);
  });

  it("loses its work if it hangs, and changes nothing when it wakes up", async () => {
    await oweOne();
    const { slow, begun, goOn } = startSlowCapture();
    const working = runScheduledWork(slow);
    await begun;
    core.clock.advance(leaseSeconds + 1);
    expect(await runScheduledWork(other)).toBe(1);
    goOn();
    await working;
    expect(core.faults).toEqual([]);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ bookings: 1, at_gateway: 4500 });
  });
});

describe("a lease whose answer was lost", () => {
  it.each(["lost", "resent"] as const)("is recognized, so the work is done at once: %s", async (fault) => {
    await oweOne();
    const leaseFaults = createFaults();
    const faulty = leaseFaults.wrap(core.table);
    leaseFaults.plan((i) => (i === 0 ? fault : null));
    const table = interpose(core.table, (command, send) =>
      command instanceof UpdateCommand ? faulty.send(command) : send(),
    );
    expect(await runScheduledWork({ ...core, table })).toBe(1);
    expect(leaseFaults.seen()).toBeGreaterThan(1);
    expect(core.faults).toEqual([]);
    await expectCleanAudit(core, sale.event_id);
  });
});
