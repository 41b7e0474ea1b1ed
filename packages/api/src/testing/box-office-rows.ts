import type { CounterPayment } from "@evently/core/booking";
import { blockSeats } from "@evently/core/box-office/block-seats";
import { sellAtCounter } from "@evently/core/box-office/sell-at-counter";
import type { SeatId } from "@evently/core/ids";
import { newVerified, openInvoiceEvent, reserve } from "@evently/core/testing/open-invoices";
import type { Row } from "./account-rows.ts";
import type { World } from "./open-world.ts";

const theEvent = ({ sale }: World) => ({ event_id: sale.event_id });
const theSeat = ({ sale, nextSeat }: World) => ({ event_id: sale.event_id, seats: [nextSeat()] as SeatId[] });

async function block(world: World) {
  const input = theSeat(world);
  await blockSeats(world.core, world.sale.organizer, { ...input, reason: "Press" });
  return input;
}

const sellSeats = (world: World, payment: CounterPayment = "comp") =>
  sellAtCounter(world.core, world.sale.organizer, { ...theSeat(world), payment });
const sell = async (world: World) => ({ booking_id: (await sellSeats(world)).booking_id });

/** Who may do what at the box office. */
export const boxOfficeRows: Record<string, Row> = {
  "boxOffice.blocks": { failure: "FORBIDDEN", input: theEvent },
  "boxOffice.block": {
    failure: "FORBIDDEN",
    input: (world) => ({ ...theSeat(world), reason: "Press" }),
  },
  "boxOffice.release": { failure: "FORBIDDEN", input: block },
  "boxOffice.sell": {
    failure: "FORBIDDEN",
    input: (world) => ({ ...theSeat(world), payment: "comp" }),
  },
  "boxOffice.bookings": {
    failure: "FORBIDDEN",
    input: (world) => theSeat(world),
  },
  "booking.markPaid": {
    failure: "BOOKING_NOT_FOUND",
    input: async ({ core, sale: { organizer } }) => {
      const sale = await openInvoiceEvent(core, { organizer });
      const { booking_id } = await reserve(core, sale, await newVerified(core), "A-1");
      return { booking_id };
    },
  },
  "booking.mail": { failure: "BOOKING_NOT_FOUND", input: sell },
  "booking.reissueTicket": {
    failure: "BOOKING_NOT_FOUND",
    input: async (world) => {
      const { booking_id, seats } = await sellSeats(world);
      return { booking_id, seat_pos: seats[0] };
    },
  },
  "boxOffice.receipt": { failure: "BOOKING_NOT_FOUND", input: sell },
  "boxOffice.refund": {
    failure: "BOOKING_NOT_FOUND",
    input: async (world) => {
      const { booking_id } = await sellSeats(world, "cash");
      return { booking_id, amount: 1, reason: "The view is restricted" };
    },
  },
  "boxOffice.move": {
    failure: "BOOKING_NOT_FOUND",
    input: async (world) => {
      const { booking_id, seats } = await sellSeats(world);
      return { booking_id, seats: [{ from: seats[0], to: world.nextSeat() }] };
    },
  },
};
