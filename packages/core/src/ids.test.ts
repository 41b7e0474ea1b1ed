import { describe, expect, it } from "vitest";
import { findBooking } from "./booking/get-booking.ts";
import type { Core } from "./core.ts";
import { findEvent } from "./event/find-event.ts";
import { findHolding } from "./hold/get-hold.ts";
import type { Holding } from "./hold/hold.ts";
import { BookingId, EventId, HoldingId, LayoutId, PaymentId, SeatId, UserId, VenueId } from "./ids.ts";
import { endPayment } from "./payment/payment.table.ts";
import { bookSeat } from "./seat/seat.table.ts";
import { keys } from "./table/keys.ts";
import { id } from "./testing/id.ts";

const schemas = { UserId, VenueId, EventId, SeatId, HoldingId, BookingId, PaymentId, LayoutId };
const examples = {
  UserId: "user-00001",
  VenueId: "venue-00001",
  EventId: "event-00001",
  SeatId: "A-1",
  HoldingId: "holding-00001",
  BookingId: "booking-00001",
  PaymentId: "payment-00001",
  LayoutId: "layout-venue-00001-1",
};

describe.each(Object.entries(schemas))("%s", (name, schema) => {
  it("accepts an id of its own kind and of no other", () => {
    const taken = Object.entries(examples).filter(([, example]) => schema.safeParse(example).success);
    expect(taken.map(([kind]) => kind)).toEqual([name]);
  });

  it.each(["", "1", " ", "EVENT", "event-1", "a-1", "A-0", "layout-event-00001-1"])("refuses %j", (text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });
});

it("every kind of id that tests create is valid", () => {
  const made = [id.user(1), id.venue(1), id.event(1), id.holding(1), id.booking(1), id.payment(1)];
  for (const example of made) expect(Object.values(examples)).toContain(example);
});

/** Never run: each line below a directive is an error to the compiler, and the directive is one where it is not. */
export async function refusedByTheCompiler(core: Core, holding: Holding): Promise<void> {
  const at = { event_id: id.event(1), seat_pos: id.seat("A-1"), holding_id: id.holding(1), booking_id: id.booking(1) };

  // Without a brand.
  // @ts-expect-error
  keys.event("event-00001");
  // @ts-expect-error
  keys.owned(id.user(1), "event-00001");
  // @ts-expect-error
  await findBooking(core, "booking-00001");
  // @ts-expect-error
  await findHolding(core, "holding-00001");
  // @ts-expect-error
  await findEvent(core.table, "event-00001");
  // @ts-expect-error
  endPayment("payment-00001", { from: "started", to: "declined", now: 0 });
  // @ts-expect-error
  await core.layouts.get("layout-venue-00001-1");
  // @ts-expect-error
  bookSeat({ ...at, seat_pos: "A-1" });

  // Swapped.
  // @ts-expect-error
  keys.seat(id.seat("A-1"), id.event(1));
  // @ts-expect-error
  keys.quota(id.user(1), id.event(1));
  // @ts-expect-error
  bookSeat({ ...at, holding_id: at.booking_id, booking_id: at.holding_id });

  // Of another kind.
  // @ts-expect-error
  keys.bookingPointer(id.holding(1));
  // @ts-expect-error
  keys.owned(id.user(1), id.holding(1));
  // @ts-expect-error
  await findBooking(core, id.holding(1));
  // @ts-expect-error
  await findHolding(core, await core.ids.next("booking"));
  // @ts-expect-error
  await core.gateway.find(holding.holding_id);
  // @ts-expect-error
  core.maps.note(id.event(1), [{ seat: id.event(1), price: 0 }], "booked", null);
  // @ts-expect-error
  await core.events.find(id.venue(1));
}
