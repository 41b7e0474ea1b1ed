import type { ModelBooking, SaleModel } from "./sale-model.ts";

/** The expected counts, at `price` per seat. */
export function countModelSales(model: SaleModel, price: number) {
  const cancelled = model.bookings.filter(({ state }) => state === "cancelled");
  const seatsOf = (list: ModelBooking[]) => list.reduce((sum, { seats }) => sum + seats.length, 0);
  const seats_sold = seatsOf(model.bookings) - seatsOf(cancelled);
  const confirmed = model.bookings.filter(({ state }) => state === "confirmed");
  const isComp = ({ counter }: ModelBooking) => counter === "comp";
  const priced = (list: ModelBooking[]) => seatsOf(list.filter((booking) => !isComp(booking))) * price;
  return {
    total_bookings: model.bookings.length,
    total_cancellations: cancelled.length,
    hold_attempts: model.holdings.length + model.refused,
    holds_placed: model.holdings.length,
    counter_sales: model.bookings.filter(({ counter }) => counter !== null).length,
    booking_changes: model.bookings.reduce((sum, { changes }) => sum + changes, 0),
    seats_sold,
    comps: seatsOf(confirmed.filter(isComp)),
    seats_blocked: model.blocked.size,
    gross: priced(model.bookings),
    ...{ refunds: cancelled.filter((booking) => !isComp(booking)).length, refunded: priced(cancelled) },
    by_seat_type: seats_sold === 0 ? {} : { Stalls: { seats_sold, revenue: priced(confirmed) } },
  };
}
