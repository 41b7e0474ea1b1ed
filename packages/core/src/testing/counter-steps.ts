import * as fc from "fast-check";
import { expect } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { blockSeats } from "../box-office/block-seats.ts";
import { cancelSeats } from "../box-office/cancel-seats.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { releaseBlocks } from "../box-office/release-blocks.ts";
import { sellAtCounter } from "../box-office/sell-at-counter.ts";
import type { SeatId } from "../ids.ts";
import type { ModelBooking } from "./model-booking.ts";
import { outcome, pick } from "./model-outcome.ts";
import type { SaleModel } from "./sale-model.ts";
import { type Real, SaleStep, seats } from "./sale-step.ts";

const named = (list: readonly string[]) => list as SeatId[];

const blockStep = (wanted: string[]) =>
  new SaleStep(`block(${wanted})`, async (model, { core, sale }) => {
    const input = { event_id: sale.event_id, seats: named(wanted), reason: "Press" };
    expect(await outcome(blockSeats(core, sale.organizer, input), "blocked")).toBe(model.block(wanted));
  });

const unblockStep = (wanted: string[]) =>
  new SaleStep(`unblock(${wanted})`, async (model, { core, sale }) => {
    const input = { event_id: sale.event_id, seats: named(wanted) };
    expect(await outcome(releaseBlocks(core, sale.organizer, input), "released")).toBe(model.unblock(wanted));
  });

const sellStep = (wanted: string[], payment: "cash" | "comp") =>
  new SaleStep(`sell ${payment}(${wanted})`, async (model, { core, sale, bookings }) => {
    const input = { event_id: sale.event_id, seats: named(wanted), payment };
    const sold = sellAtCounter(core, sale.organizer, input).then((booking) => bookings.push(booking));
    expect(await outcome(sold, "sold")).toBe(model.sell(wanted, payment));
  });

type OnBooking = (model: SaleModel, real: Real, at: { booking: ModelBooking; view: BookingView }) => Promise<void>;

const bookingStep = (name: string, n: number, run: OnBooking) =>
  new SaleStep(
    `${name} #${n}`,
    async (model, real) => {
      const booking = pick(model.bookings, n) as ModelBooking;
      await run(model, real, { booking, view: real.bookings[model.bookings.indexOf(booking)] as BookingView });
    },
    (model) => model.bookings.length > 0,
  );

const moveStep = (n: number, to: string) =>
  bookingStep("move", n, async (model, { core, sale }, { booking, view: { booking_id } }) => {
    const from = booking.seats.find((seat) => seat !== to) ?? "";
    if (from === "") return;
    const move = { booking_id, seats: [{ from: from as SeatId, to: to as SeatId }] };
    expect(await outcome(moveSeats(core, sale.organizer, move), "moved")).toBe(model.move(booking, from, to));
  });

const cancelSeatStep = (n: number) =>
  bookingStep("cancel a seat", n, async (model, { core, sale }, { booking, view: { booking_id } }) => {
    const [seat = ""] = booking.seats;
    const cancelled = cancelSeats(core, sale.organizer, { booking_id, seats: named([seat]) });
    expect(await outcome(cancelled, "cancelled")).toBe(model.cancelSeat(booking, seat));
  });

const n = fc.nat({ max: 7 });
const wanted = fc.subarray(seats, { minLength: 1, maxLength: 3 });

/** What the box office does, listed as often as it should be drawn. */
export const counterSteps = [
  wanted.map(blockStep),
  wanted.map(unblockStep),
  fc.tuple(wanted, fc.constantFrom("cash", "comp", "comp")).map(([list, payment]) => sellStep(list, payment)),
  fc.tuple(n, fc.constantFrom(...seats)).map(([i, to]) => moveStep(i, to)),
  n.map(cancelSeatStep),
];
