import * as fc from "fast-check";
import { expect } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { type ModelBooking, price } from "./model-booking.ts";
import { outcome, pick } from "./model-outcome.ts";
import type { SaleModel } from "./sale-model.ts";
import { type Real, SaleStep, seats } from "./sale-step.ts";

type Part = { seats: [string] } | { amount: number };
type Decide = (model: SaleModel, booking: ModelBooking, dies: boolean) => string;

/** A refund by the box office, whose process may die right after it is written. */
function refundStep(name: string, n: number, dies: boolean, part: Part, decide: Decide): SaleStep {
  return new SaleStep(
    `${dies ? `${name} and die` : name} #${n}`,
    async (model: SaleModel, { core, sale, dying, bookings }: Real) => {
      const booking = pick(model.bookings, n) as ModelBooking;
      const { booking_id } = bookings[model.bookings.indexOf(booking)] as BookingView;
      const expected = decide(model, booking, dies && booking.counter === null);
      if (expected === "died") dying.die(1, "after");
      const input = RefundBooking.parse({ booking_id, reason: "The view is restricted", ...part });
      const said = await outcome(refundBooking(core, sale.organizer, input), "refunded").finally(dying.rise);
      expect(said).toBe(expected === "died" ? "UNAVAILABLE" : expected);
    },
    (model) => model.bookings.length > 0,
  );
}

const amountStep = (n: number, amount: number, dies: boolean) =>
  refundStep("refund an amount", n, dies, { amount }, (model, booking, died) =>
    model.refundAmount(booking, amount, died),
  );

const seatStep = (n: number, seat: string, dies: boolean) =>
  refundStep("refund a seat", n, dies, { seats: [seat] }, (model, booking, died) =>
    model.refundSeat(booking, seat, died),
  );

const n = fc.nat({ max: 7 });
const amount = fc.constantFrom(1, 1000, price, 2 * price);

/** Every kind of refund of a part. */
export const refundSteps = [
  fc.tuple(n, amount, fc.boolean()).map((step) => amountStep(...step)),
  fc.tuple(n, fc.constantFrom(...seats), fc.boolean()).map((step) => seatStep(...step)),
];
