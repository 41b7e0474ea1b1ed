import type * as fc from "fast-check";
import { expect } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { readCounts } from "../counts/read-counts.ts";
import { getHold } from "../hold/get-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { keptAmount } from "../payment/gateway.ts";
import type { Actor } from "../user/user.ts";
import { countModelSales } from "./count-model-sales.ts";
import type { Dying } from "./dying-table.ts";
import type { TestCore } from "./open-core.ts";
import type { Sale } from "./open-event.ts";
import { readSeats } from "./read-seats.ts";
import type { ModelHolding, SaleModel } from "./sale-model.ts";

export const seats = ["A-1", "A-2", "A-3", "A-4"];

/** The real sale next to the model: the n-th holding and booking here correspond to the n-th there. */
export type Real = {
  core: TestCore;
  dying: Dying;
  sale: Sale;
  guests: Actor[];
  holds: HoldingView[];
  bookings: BookingView[];
};

/** Number of steps of each kind: a plan whose steps never apply would prove nothing. */
export const taken = new Map<string, number>();

/** A step of both the model and the real sale; afterwards everything readable is compared. */
export class SaleStep implements fc.AsyncCommand<SaleModel, Real> {
  readonly #name: string;
  readonly #run: (model: SaleModel, real: Real) => Promise<void>;
  readonly #check: (model: SaleModel) => boolean;

  constructor(name: string, run: (model: SaleModel, real: Real) => Promise<void>, check = (_: SaleModel) => true) {
    this.#name = name;
    this.#run = run;
    this.#check = check;
  }

  get #kind(): string {
    return this.#name.replace(/[#(].*$|^\d+/, "").trim();
  }

  check(model: Readonly<SaleModel>): boolean {
    return this.#check(model as SaleModel);
  }

  async run(model: SaleModel, real: Real): Promise<void> {
    taken.set(this.#kind, (taken.get(this.#kind) ?? 0) + 1);
    await this.#run(model, real);
    await real.core.background.settled();
    await compare(model, real);
  }

  toString(): string {
    return this.#name;
  }
}

/** Reads everything about the sale at once, while nothing changes. */
async function compare(model: SaleModel, real: Real): Promise<void> {
  const [list, holds, bookings, { last_hold_at: _, ...counts }, ledger] = await Promise.all([
    readSeats(real.core, real.sale.event_id),
    Promise.all(real.holds.map((hold, i) => getHold(real.core, actorOf(real, model.holdings[i]), hold))),
    Promise.all(real.bookings.map((booking, i) => getBooking(real.core, buyerOf(model, real, i), booking))),
    readCounts(real.core, real.sale.event_id),
    real.core.gateway.listByEvent(real.sale.event_id, [null]),
  ]);
  expect(list.map(({ seat_state }) => seat_state)).toEqual(seats.map((seat) => model.seat(seat)));
  for (const [i, { state, hold_ttl }] of holds.entries()) {
    const wanted = model.holdings[i];
    const expired = wanted?.state === "active" && wanted.hold_ttl < model.now;
    expect([i, state, hold_ttl]).toEqual([i, expired ? "expired" : wanted?.state, wanted?.hold_ttl]);
  }
  for (const [i, { state, seats, refunded }] of bookings.entries()) {
    const wanted = model.bookings[i];
    expect([i, state, seats, refunded]).toEqual([i, wanted?.state, wanted?.seats, wanted?.refunded]);
  }
  expect(counts).toEqual(countModelSales(model));
  expect(ledger.reduce((sum, record) => sum + keptAmount(record), 0)).toBe(model.money());
}

export function actorOf({ guests }: Real, holding: ModelHolding | undefined): Actor {
  const guest = guests[holding?.guest ?? -1];
  if (!guest) throw new Error("no such guest");
  return guest;
}

/** Of a booking made at the box office, whoever sold it. */
export function buyerOf(model: SaleModel, real: Real, booking: number): Actor {
  const holding = model.bookings[booking]?.holding ?? null;
  return holding === null ? real.sale.organizer : actorOf(real, model.holdings[holding]);
}
