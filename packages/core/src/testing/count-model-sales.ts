import { leftOf, type ModelBooking } from "./model-booking.ts";
import type { SaleModel } from "./sale-model.ts";

/** The expected counts. */
export function countModelSales(model: SaleModel) {
  const { bookings } = model;
  const confirmed = bookings.filter(({ state }) => state === "confirmed");
  const seatsOf = (list: ModelBooking[]) => list.reduce((sum, { seats }) => sum + seats.length, 0);
  const seats_sold = seatsOf(confirmed);
  const sum = (amountOf: (booking: ModelBooking) => number) =>
    bookings.reduce((all, booking) => all + amountOf(booking), 0);
  return {
    total_bookings: bookings.length,
    total_cancellations: bookings.length - confirmed.length,
    hold_attempts: model.holdings.length + model.refused,
    holds_placed: model.holdings.length,
    counter_sales: bookings.filter(({ counter }) => counter !== null).length,
    booking_changes: sum(({ changes }) => changes),
    ...{ reservations: 0, reservations_lapsed: 0, seats_reserved: 0 },
    seats_sold,
    comps: seatsOf(confirmed.filter(({ counter }) => counter === "comp")),
    seats_blocked: model.blocked.size,
    refunds: sum(({ refunds }) => refunds),
    gross: sum(({ total }) => total),
    refunded: sum(({ refunded }) => refunded),
    by_seat_type: seats_sold === 0 ? {} : { Stalls: { seats_sold, revenue: sum(leftOf) } },
  };
}
