import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { type Counted, createUnits } from "../testing/count-units.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openInvoices } from "../testing/open-invoices.ts";

const units = createUnits();
const transactions = (counted: Counted[]) => counted.flatMap((request) => (request.transaction ? request.units : []));
const say = (line: string) => process.stdout.write(`${line}\n`);

const reports =
  process.env.EVENTLY_ENGINE !== "dynamodb-local" && process.platform === "linux" && process.arch === "x64";
if (!reports) say("skipped: only dynoxide reports the capacity of a transaction in full");

let core: TestCore;
let invoices: Awaited<ReturnType<typeof openInvoices>>;
let booking: BookingView;

describe.runIf(reports)("capacity units, as AWS would bill them", () => {
  beforeAll(async () => {
    core = await openCore({ wrap: units.wrap });
  });
  afterAll(() => core.close());
  beforeEach(async () => {
    invoices = await openInvoices(core);
    units.take();
    booking = await invoices.reserve("A-1", "A-2", "A-3", "A-4");
    await core.background.settled();
  });

  it("to reserve 4 seats on invoice writes at most 26, apart from the hold", () => {
    const [, reserved = 0, ...more] = transactions(units.take());
    say(`reservation of 4: ${reserved} write units`);
    expect(reserved).toBeLessThanOrEqual(26);
    expect(reserved).toBeGreaterThan(0);
    expect(more).toEqual([]);
  });

  it("to note that it was paid writes at most 14, however many seats it has", async () => {
    units.take();
    await invoices.pay(booking.booking_id);
    const [paid = 0, ...more] = transactions(units.take());
    say(`invoice paid: ${paid} write units`);
    expect(paid).toBeLessThanOrEqual(14);
    expect(paid).toBeGreaterThan(0);
    expect(more).toEqual([]);
  });

  it("to give 4 seats up writes at most 22", async () => {
    units.take();
    await invoices.cancel(booking.booking_id);
    const [ended = 0, ...more] = transactions(units.take());
    say(`reservation of 4 given up: ${ended} write units`);
    expect(ended).toBeLessThanOrEqual(22);
    expect(ended).toBeGreaterThan(0);
    expect(more).toEqual([]);
  });
});
