import * as fc from "fast-check";
import { expect } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { EventlyError } from "../errors.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import type { BookingId, HoldingId } from "../ids.ts";
import { lapseReservation } from "../invoice/lapse-reservation.ts";
import { markPaid } from "../invoice/mark-paid.ts";
import { reserveOnInvoice } from "../invoice/reserve-on-invoice.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { keys } from "../table/keys.ts";
import type { Actor } from "../user/user.ts";
import type { Dying } from "./dying-table.ts";
import type { InvoiceModel, ModelInvoice } from "./invoice-model.ts";
import type { TestCore } from "./open-core.ts";
import { ask, type Sale } from "./open-event.ts";

/** The sale that the model is of; bookings are in the order of its invoices. */
export type RealInvoices = { core: TestCore; dying: Dying; sale: Sale; buyers: Actor[]; bookings: BookingId[] };

export type InvoiceStep = { name: string; run(model: InvoiceModel, real: RealInvoices): Promise<void> };

/** What somebody is told: `done`, or the code of the refusal, of an invoice its cause. */
async function told(acting: Promise<unknown>, done: string): Promise<string> {
  try {
    await acting;
    return done;
  } catch (error) {
    if (!(error instanceof EventlyError)) throw error;
    return error.code === "INVOICE_NOT_AVAILABLE"
      ? (error as EventlyError<typeof error.code>).details.cause
      : error.code;
  }
}

async function reserve({ core, sale, bookings }: RealInvoices, buyer: Actor, seats: string[]): Promise<void> {
  const { holding_id } = await placeHold(core, buyer, ask(sale.event_id, ...seats));
  try {
    const booking = await reserveOnInvoice(core, buyer, { holding_id: holding_id as HoldingId });
    if ("booking_id" in booking) bookings.push(booking.booking_id);
  } catch (error) {
    await releaseHold(core, buyer, { holding_id });
    throw error;
  }
}

const reserveStep = (buyer: number, seats: string[]): InvoiceStep => ({
  name: `reserve(${buyer}, ${seats})`,
  async run(model, real) {
    const reserving = reserve(real, real.buyers[buyer] as Actor, seats);
    expect(await told(reserving, "reserved")).toBe(model.reserve(buyer, seats));
  },
});

type At = { invoice: ModelInvoice; booking_id: BookingId; buyer: Actor };

/** On one of the invoices, if there is any. */
function stepOn(
  name: string,
  n: number,
  run: (model: InvoiceModel, real: RealInvoices, at: At) => Promise<void>,
): InvoiceStep {
  return {
    name: `${name} #${n}`,
    async run(model, real) {
      const place = n % Math.max(1, model.invoices.length);
      const [invoice, booking_id] = [model.invoices[place], real.bookings[place]];
      if (invoice && booking_id)
        await run(model, real, { invoice, booking_id, buyer: real.buyers[invoice.buyer] as Actor });
    },
  };
}

const pay = ({ core, sale }: RealInvoices, booking_id: BookingId) => markPaid(core, sale.organizer, { booking_id });

const payStep = (n: number) =>
  stepOn("pay", n, async (model, real, { invoice, booking_id }) => {
    expect(await told(pay(real, booking_id), "paid")).toBe(model.pay(invoice));
  });

const cancelStep = (n: number) =>
  stepOn("cancel", n, async (model, { core }, { invoice, booking_id, buyer }) => {
    expect(await told(cancelBooking(core, buyer, { booking_id }), "cancelled")).toBe(model.cancel(invoice));
  });

const officeStep = (n: number) =>
  stepOn("cancel at the box office", n, async (model, { core, sale }, { invoice, booking_id }) => {
    const cancelling = cancelBooking(core, sale.organizer, { booking_id });
    expect(await told(cancelling, "cancelled")).toBe(model.cancelAtOffice(invoice));
  });

/** What is written is the one or the other, and only one of those who ask is told that it is theirs. */
const lapseAgainstPayStep = (n: number) =>
  stepOn("lapse against pay", n, async (model, real, { invoice, booking_id }) => {
    if (invoice.state !== "awaiting_payment") return;
    advance(model, real, Math.max(0, invoice.due - model.now) + 1);
    const booking = await findBooking(real.core, booking_id);
    if (!booking) throw new Error("it is gone");
    const lapsing = lapseReservation(real.core, keys.booking(booking.event_id, booking.booking_date));
    const [paid] = await Promise.all([told(pay(real, booking_id), "paid"), lapsing]);
    const after = await findBooking(real.core, booking_id);
    expect(after?.state).toBe(paid === "paid" ? "confirmed" : "cancelled");
    if (paid === "paid") model.pay(invoice);
    else expect(paid).toBe("BOOKING_ALREADY_CANCELLED");
    model.runScheduledWork();
    await work(real);
  });

/** The process dies as it writes that an invoice was paid: it was or was not, and is not both. */
const dieStep = (n: number, when: "before" | "after") =>
  stepOn(`die ${when} paying`, n, async (model, real, { invoice, booking_id }) => {
    if (invoice.state !== "awaiting_payment") return;
    real.dying.die(1, when);
    expect(await told(pay(real, booking_id), "paid")).toBe("UNAVAILABLE");
    real.dying.rise();
    await real.core.background.settled();
    if (when === "after") model.pay(invoice);
  });

function advance(model: InvoiceModel, { core }: RealInvoices, seconds: number): void {
  core.clock.advance(seconds);
  model.now += seconds;
}

async function work({ core }: RealInvoices): Promise<void> {
  while ((await runScheduledWork(core)) > 0);
}

const passStep = (seconds: number): InvoiceStep => ({
  name: `pass ${seconds}`,
  async run(model, real) {
    advance(model, real, seconds);
  },
});

const workStep: InvoiceStep = {
  name: "work",
  async run(model, real) {
    await work(real);
    model.runScheduledWork();
  },
};

const numbers = fc.nat({ max: 11 });
const someSeats = (all: readonly string[]) => fc.subarray([...all], { minLength: 1, maxLength: 6 });

export const invoiceSteps = (seats: readonly string[]): fc.Arbitrary<InvoiceStep> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(fc.nat({ max: 1 }), someSeats(seats)).map(([who, some]) => reserveStep(who, some)),
    },
    { weight: 2, arbitrary: numbers.map(payStep) },
    numbers.map(cancelStep),
    numbers.map(officeStep),
    numbers.map(lapseAgainstPayStep),
    fc.tuple(numbers, fc.constantFrom("before" as const, "after" as const)).map(([n, when]) => dieStep(n, when)),
    { weight: 2, arbitrary: fc.constantFrom(3_600.5, 86_400.5, 5 * 86_400.5).map(passStep) },
    { weight: 2, arbitrary: fc.constant(workStep) },
  );
