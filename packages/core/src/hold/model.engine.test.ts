import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countAtOnce } from "../testing/count-at-once.ts";
import { createDying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent } from "../testing/open-event.ts";
import { SaleModel } from "../testing/sale-model.ts";
import { seats, taken } from "../testing/sale-step.ts";
import { saleSteps } from "../testing/sale-steps.ts";
import { expectCleanAudit, expectCountsRolledUp, letTimePass } from "../testing/settle-everything.ts";

const runs = process.env.EVENTLY_PROOF ? 400 : 12;
const dying = createDying();
let core: TestCore;

beforeAll(async () => {
  core = countAtOnce(await openCore({ wrap: dying.wrap }));
});
afterAll(() => core.close());

it(
  "seats, holds, bookings, money and counts agree with the model after every step",
  async () => {
    const plan = fc.commands(saleSteps, { maxCommands: 40, size: "max" });
    await fc.assert(
      fc.asyncProperty(plan, async (commands) => {
        const sale = await openEvent(core, { rows: 1, perRow: seats.length });
        const guests = [await newGuest(core), await newGuest(core)];
        const rules = { ttl: 180, extension: 120, max: 600, window: 60, challenge: 300, timeout: 20 };
        const model = new SaleModel(rules, core.clock());
        await fc.asyncModelRun(
          () => ({ model, real: { core, dying, sale, guests, holds: [], bookings: [] } }),
          commands,
        );
        await letTimePass(core, 700, 100);
        await expectCleanAudit(core, sale.event_id);
        await expectCountsRolledUp(core, sale.event_id);
      }),
      { numRuns: runs, endOnFailure: !process.env.EVENTLY_PROOF },
    );
    const sum = [...taken.values()].reduce((all, count) => all + count, 0);
    process.stdout.write(`model: ${runs} sales, ${sum} steps: ${JSON.stringify(Object.fromEntries(taken))}\n`);
    expect(sum).toBeGreaterThan(runs * 3);
  },
  process.env.EVENTLY_PROOF ? 3_600_000 : undefined,
);
