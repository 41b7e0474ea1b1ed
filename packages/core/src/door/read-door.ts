import { countedEntry } from "../admission/admission.rules.ts";
import { checkInsIn, toCheckIn } from "../admission/admission.table.ts";
import type { CheckIn, Entry } from "../admission/admission.ts";
import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { ticketOf } from "../booking/ticket-of.ts";
import type { Core } from "../core.ts";
import { readDevices } from "../door-key/read-devices.ts";
import { endTime } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { BookingId, EventId, SeatId } from "../ids.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { queryPages } from "../table/query-items.ts";
import type { DoorSheet, ExpectedTicket, SheetTicket } from "./door.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { getDoorEvent } from "./get-door-event.ts";

type ById = { event_id: EventId };

/** What a device needs to let people in without a network: codes it verifies itself. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function readDoor(core: Core, keeper: Doorkeeper, { event_id }: ById): Promise<DoorSheet> {
  const event = await getDoorEvent(core, keeper, event_id);
  const { name, start_time, timezone, venue_name, status } = event;
  const { expected, cancelled } = await readExpected(core, event);
  const enteredWith = await readEntered(core, event_id);
  return {
    event: { event_id, name, start_time, end_time: endTime(event), timezone, venue_name, status },
    tickets: expected.map((ticket) => ({ ...ticket, entered: enteredWith(ticket) })),
    cancelled,
  };
}

type Place = { booking_id: BookingId; seat_pos: SeatId };

/** Who is in with a ticket, if somebody is. */
async function readEntered(core: Core, event_id: EventId): Promise<(place: Place) => SheetTicket["entered"]> {
  const entered = new Map<string, Entry>();
  const nameOf = ({ booking_id, seat_pos }: Place) => `${booking_id} ${seat_pos}`;
  const note = (checkIn: CheckIn) => {
    const entry = countedEntry(checkIn);
    if (entry) entered.set(nameOf(checkIn), entry);
  };
  for await (const items of queryPages(core.bulkTable, { ...checkInsIn(event_id), consistent: true }))
    for (const item of items) note(toCheckIn(item));
  const deviceOf = await readDevices(core, event_id, [...entered.values()]);
  return (place) => {
    const entry = entered.get(nameOf(place));
    return entry ? { at: entry.at, gate: entry.gate, device: deviceOf(entry) } : null;
  };
}

/** The same to be printed, by name or in the hall's order: for the day when all electronics fail. Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function listDoor(
  core: Core,
  keeper: Doorkeeper,
  { event_id, sort }: ById & { sort: "name" | "seat" },
): Promise<ExpectedTicket[]> {
  const event = await getDoorEvent(core, keeper, event_id);
  const { expected: tickets } = await readExpected(core, event);
  const { indexOf } = await core.layouts.get(event.layout_id);
  const bySeat = (a: ExpectedTicket, b: ExpectedTicket) =>
    (indexOf.get(a.seat_pos) ?? 0) - (indexOf.get(b.seat_pos) ?? 0);
  const collator = new Intl.Collator("en");
  // Whoever gave no name comes last.
  const byName = (a: ExpectedTicket, b: ExpectedTicket) =>
    Number(a.holder === null) - Number(b.holder === null) || collator.compare(a.holder ?? "", b.holder ?? "");
  return tickets.sort((a, b) => (sort === "name" ? byName(a, b) || bySeat(a, b) : bySeat(a, b)));
}

type Expected = { expected: ExpectedTicket[]; cancelled: BookingId[] };

async function readExpected(core: Core, event: StoredEvent): Promise<Expected> {
  const { labelOf } = await core.layouts.get(event.layout_id);
  const expected: ExpectedTicket[] = [];
  const cancelled: BookingId[] = [];
  for await (const items of queryPages(core.bulkTable, { ...bookingsOf(event.event_id), consistent: true })) {
    const all = items.map(toBooking);
    const bookings = all.filter(({ state }) => state === "confirmed");
    cancelled.push(...all.flatMap(({ state, booking_id }) => (state === "cancelled" ? [booking_id] : [])));
    const buyerOf = await findBuyers(core, bookings);
    for (const booking of bookings) expected.push(...describe(booking, buyerOf(booking).name, labelOf));
  }
  return { expected, cancelled };
}

type LabelOf = Awaited<ReturnType<Core["layouts"]["get"]>>["labelOf"];

function describe(booking: Booking, buyer: string | null, labelOf: LabelOf): ExpectedTicket[] {
  return booking.seats.map((seat_pos) => {
    const { version, holder = buyer } = ticketOf(booking, seat_pos);
    return { booking_id: booking.booking_id, seat_pos, ...labelOf(seat_pos), version, holder };
  });
}
