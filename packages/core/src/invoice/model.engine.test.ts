import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findBooking } from "../booking/get-booking.ts";
import { readCounts } from "../counts/read-counts.ts";
import { countAtOnce } from "../testing/count-at-once.ts";
import { createDying } from "../testing/dying-table.ts";
import { InvoiceModel } from "../testing/invoice-model.ts";
import { invoiceSteps, type RealInvoices } from "../testing/invoice-steps.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newVerified, openInvoiceEvent } from "../testing/open-invoices.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, expectCountsRolledUp, letTimePass } from "../testing/settle-everything.ts";

const runs = process.env.EVENTLY_PROOF ? 300 : 10;
const day = 86_400;
/** Of a hall of sixty: those that are asked for, and more than may be reserved at a time. */
const seats = [..."ABCD"].flatMap((row) => [1, 2, 3, 4, 5].map((n) => `${row}-${n}`));
const dying = createDying();
let core: TestCore;

beforeAll(async () => {
  core = countAtOnce(await openCore({ wrap: dying.wrap }));
});
afterAll(() => core.close());

it(
  "seats, bookings, limits and counts agree with the model after every step, whenever an invoice lapses",
  async () => {
    const taken = new Map<string, number>();
    const plan = fc.array(invoiceSteps(seats), { minLength: 10, maxLength: 30, size: "max" });
    await fc.assert(
      fc.asyncProperty(plan, async (steps) => {
        const now = core.clock();
        const sale = await openInvoiceEvent(core, { rows: 6 });
        const buyers = [await newVerified(core), await newVerified(core)];
        const limits = {
          ofPerson: 10,
          ofHall: 12,
          window: 14 * day,
          start: Math.floor((now + 60 * day) * 1000) / 1000,
        };
        const model = new InvoiceModel(limits, now);
        const real: RealInvoices = { core, dying, sale, buyers, bookings: [] };
        for (const step of steps) {
          await step.run(model, real);
          const [kind = ""] = step.name.split(/[(#\d]/);
          taken.set(kind, (taken.get(kind) ?? 0) + 1);
          await expectAsModel(model, real);
        }
        await letTimePass(core, 20 * day, 10 * day);
        await expectCleanAudit(core, sale.event_id);
        await expectCountsRolledUp(core, sale.event_id);
        expect(core.faults.filter((fault) => !fault.includes("died"))).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: !process.env.EVENTLY_PROOF },
    );
    process.stdout.write(`invoices: ${runs} sales: ${JSON.stringify(Object.fromEntries(taken))}\n`);
    expect([...taken.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(runs * 5);
  },
  process.env.EVENTLY_PROOF ? 3_600_000 : undefined,
);

async function expectAsModel(model: InvoiceModel, { sale, bookings }: RealInvoices): Promise<void> {
  const states = await Promise.all(bookings.map(async (id) => (await findBooking(core, id))?.state));
  expect(states).toEqual(model.invoices.map(({ state }) => state));
  const stored = await readSeats(core, sale.event_id);
  const taken = stored.filter(({ seat_state }) => seat_state !== "available").map(({ seat_pos }) => String(seat_pos));
  expect(taken.toSorted()).toEqual(seats.filter((seat) => !model.isFree(seat)).toSorted());
  expect(await readCounts(core, sale.event_id)).toMatchObject(model.figures());
}
