import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { ticketOf } from "../booking/ticket-of.ts";
import type { Core } from "../core.ts";
import { endTime } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { EventId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { queryPages } from "../table/query-items.ts";
import type { DoorSheet, ExpectedTicket } from "./door.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { getDoorEvent } from "./get-door-event.ts";

type ById = { event_id: EventId };

/** What a device needs to let people in without a network: codes it verifies itself. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function readDoor(core: Core, keeper: Doorkeeper, { event_id }: ById): Promise<DoorSheet> {
  const event = await getDoorEvent(core, keeper, event_id);
  const { name, start_time, timezone, venue_name, status } = event;
  return {
    event: { event_id, name, start_time, end_time: endTime(event), timezone, venue_name, status },
    tickets: await listExpected(core, event),
  };
}

/** The same to be printed, by name or in the hall's order: for the day when all electronics fail. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function listDoor(
  core: Core,
  keeper: Doorkeeper,
  { event_id, sort }: ById & { sort: "name" | "seat" },
): Promise<ExpectedTicket[]> {
  const event = await getDoorEvent(core, keeper, event_id);
  const tickets = await listExpected(core, event);
  const { indexOf } = await core.layouts.get(event.layout_id);
  const bySeat = (a: ExpectedTicket, b: ExpectedTicket) =>
    (indexOf.get(a.seat_pos) ?? 0) - (indexOf.get(b.seat_pos) ?? 0);
  const collator = new Intl.Collator("en");
  // Whoever gave no name comes last.
  const byName = (a: ExpectedTicket, b: ExpectedTicket) =>
    Number(a.holder === null) - Number(b.holder === null) || collator.compare(a.holder ?? "", b.holder ?? "");
  return tickets.sort((a, b) => (sort === "name" ? byName(a, b) || bySeat(a, b) : bySeat(a, b)));
}

async function listExpected(core: Core, event: StoredEvent): Promise<ExpectedTicket[]> {
  const { labelOf } = await core.layouts.get(event.layout_id);
  const expected: ExpectedTicket[] = [];
  for await (const items of queryPages(core.bulkTable, { ...bookingsOf(event.event_id), consistent: true })) {
    const bookings = items.map(toBooking).filter(({ state }) => state === "confirmed");
    const buyerOf = await findBuyers(core, bookings);
    for (const booking of bookings) expected.push(...describe(booking, buyerOf(booking).name, labelOf));
  }
  return expected;
}

type LabelOf = Awaited<ReturnType<Core["layouts"]["get"]>>["labelOf"];

function describe(booking: Booking, buyer: string | null, labelOf: LabelOf): ExpectedTicket[] {
  return booking.seats.map((seat_pos) => {
    const { version, holder = buyer } = ticketOf(booking, seat_pos);
    return { booking_id: booking.booking_id, seat_pos, ...labelOf(seat_pos), version, holder };
  });
}
