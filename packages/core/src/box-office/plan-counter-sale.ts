import { putBooking, putBookingPointer, toBookingDate } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { checkTakesPlace, type StoredEvent } from "../event/event.table.ts";
import type { BookingId, UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import { putMail } from "../mail/mail.table.ts";
import { sellBlockedSeat, sellSeat } from "../seat/box-office-seat.table.ts";
import type { Action } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { putContact } from "../user/contact.table.ts";
import { putBuyer } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import type { CounterSale } from "./box-office.ts";

/** What is sold, under ids that are the same for every try; `blocked` are the seats that the house kept when they were read. */
export type Selling = {
  input: CounterSale;
  event: StoredEvent;
  layout: IndexedLayout;
  blocked: ReadonlySet<string>;
  ids: { booking_id: BookingId; user_id: UserId };
  now: number;
};

/** The booking at the event's prices, or for nothing; its buyer is a new guest. */
export function describeSale({ input, event, layout, blocked, ids, now }: Selling): Booking {
  const from_blocks = input.seats.filter((seat) => blocked.has(seat));
  const { indexOf, types } = layout;
  const lines = input.seats.map((seat) => {
    const seat_type = types[indexOf.get(seat) ?? -1] ?? "";
    const price = input.payment === "comp" ? 0 : (event.seat_type_prices[seat_type] ?? 0);
    return { seat, seat_type, price };
  });
  return {
    ...ids,
    event_id: event.event_id,
    buyer: { name: input.holder?.name ?? null, email: input.holder?.email ?? null },
    holding_id: null,
    seats: input.seats,
    lines,
    total: lines.reduce((sum, { price }) => sum + price, 0),
    currency: event.currency,
    booking_date: toBookingDate(now, ids.booking_id),
    payment_id: null,
    counter: input.payment,
    ...(from_blocks.length > 0 ? { from_blocks } : {}),
    state: "confirmed",
    cancelled_at: null,
    refund: null,
    start_time: event.start_time,
    cancellation_policy: event.cancellation_policy,
    // Terms are accepted by who pays on the site.
    terms: null,
  };
}

/** All that a sale writes, its seats first. */
export function planSale(core: Core, actor: Actor, { event, blocked, now }: Selling, booking: Booking): Action[] {
  const { event_id, booking_id, user_id, buyer, lines } = booking;
  const { price_revision } = event;
  const { name = null, email = null } = buyer ?? {};
  const seats = lines.map(({ seat, price }) => {
    const sold = { event_id, seat_pos: seat, booking_id, price, price_revision, now };
    return blocked.has(seat) ? sellBlockedSeat(sold) : sellSeat(sold);
  });
  return [
    ...seats,
    checkTakesPlace(event_id),
    putBuyer({ user_id, name, email, phone: null, role: "guest", created_at: toInstant(now) }),
    putBooking(booking),
    putBookingPointer(booking),
    journal(booking, actor, now),
    ...(email === null ? [] : [putContact(email, user_id)]),
    ...(email === null || !core.mailer
      ? []
      : [putMail({ kind: "booking-confirmed", booking_id, event_id, user_id }, now)]),
  ];
}

function journal({ event_id, booking_id, seats, total, counter }: Booking, actor: Actor, at: number): Action {
  const changes = {
    [booking_id]: { before: null, after: "confirmed" },
    seats: { before: 0, after: seats.length },
    total: { before: 0, after: total },
    payment: { before: null, after: counter },
  };
  return putJournal({ subject: event_id, at, actor, action: "booking.sold", changes, part: booking_id });
}
