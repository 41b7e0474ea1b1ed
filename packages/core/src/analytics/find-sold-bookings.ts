import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { findBooking } from "../booking/get-booking.ts";
import { isSale } from "../booking/invoice.rules.ts";
import { readBookings } from "../booking/read-bookings.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { BookingId, type EventId, type SeatId } from "../ids.ts";
import { findPrintedSeats } from "../layout/printed-seats.rules.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { keys } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import { fold } from "../text/fold.ts";
import type { Contact } from "../user/user.ts";
import { readEveryBooking } from "./read-sales.ts";
import type { Sold } from "./sales-cache.ts";

type Wish = { state: Booking["state"] | undefined; search: string; limit: number; after: string | null };

/** The bookings of a page, and the position of the next page; null at the end. */
type Found = { bookings: Booking[]; last: string | null };

/** How many bookings are read for one page at most, and how many at once. */
const mostRead = 5_000;
const readAtOnce = 500;

/** What `listSoldBookings` shows. A position is the date of the last booking that was looked at, or "+" and how many were shown. */
export async function findSoldBookings(core: Core, event: StoredEvent, wish: Wish): Promise<Found> {
  const { search, state } = wish;
  const isOfState = (booking: Booking) => state === undefined || booking.state === state;
  if (search === "") return state ? readOfState(core, event, wish, state) : look(core, event, wish, {});
  const named = await findNamed(core, event, search);
  if (named) return { bookings: [named].filter(isOfState), last: null };
  const seats = findPrintedSeats(await core.layouts.get(event.layout_id), search);
  if (seats.length > 0) return findBySeat(core, event, wish, seats);
  const words = fold(search).split(/\s+/);
  const isBuyer = ({ name, email }: Contact) => {
    const text = fold(`${name ?? ""} ${email ?? ""}`);
    return words.every((word) => text.includes(word));
  };
  return look(core, event, wish, { isWanted: isOfState, isBuyer });
}

/** The sales cache finds the bookings in the state without reading all of them; the table then confirms the state. */
async function readOfState(core: Core, event: StoredEvent, wish: Wish, state: Booking["state"]): Promise<Found> {
  const { limit, after } = wish;
  const wanted = (await readEveryBooking(core, event))
    .filter((booking) => stateOf(booking) === state)
    .filter(({ booking_date }) => after === null || booking_date < after)
    .toReversed();
  const page = wanted.slice(0, limit).map(({ booking_date }) => booking_date);
  const items = await readItems(
    core.table,
    page.map((booking_date) => keys.booking(event.event_id, booking_date)),
  );
  const found = new Map(items.map(toBooking).map((booking) => [booking.booking_date, booking]));
  const bookings = page.flatMap((booking_date) => found.get(booking_date) ?? []);
  return {
    bookings: bookings.filter((booking) => booking.state === state),
    last: wanted.length > limit ? (page.at(-1) ?? null) : null,
  };
}

function stateOf({ cancelled_at, invoice }: Sold): Booking["state"] {
  if (cancelled_at !== null) return "cancelled";
  return isSale({ invoice }) ? "confirmed" : "awaiting_payment";
}

/** The event's booking with this id or number. */
async function findNamed(core: Core, { event_id }: StoredEvent, search: string): Promise<Booking | null> {
  const number = /^(?:booking-|#|no\.? ?)?0*(\d+)$/.exec(fold(search))?.[1];
  const id = BookingId.safeParse(`booking-${number?.padStart(5, "0")}`);
  const booking = id.success ? await findBooking(core, id.data) : null;
  return booking?.event_id === event_id ? booking : null;
}

/** Who has the seats now, then who gave them back. */
async function findBySeat(core: Core, event: StoredEvent, wish: Wish, seats: readonly SeatId[]): Promise<Found> {
  const { state, limit, after } = wish;
  const mayBePast = state === undefined || state === "cancelled";
  const holders = state === "cancelled" ? [] : await readHolders(core, event.event_id, seats);
  const current = holders.filter((booking) => state === undefined || booking.state === state);
  const shown = after === null ? 0 : after.startsWith("+") ? Number(after) : current.length;
  const bookings = current.slice(shown, shown + limit);
  const next = shown + bookings.length;
  if (next < current.length || (bookings.length === limit && mayBePast)) return { bookings, last: `+${next}` };
  if (!mayBePast) return { bookings, last: null };
  const remaining = { limit: limit - bookings.length, after: after?.startsWith("+") ? null : after };
  const isWanted = (booking: Booking) =>
    booking.state === "cancelled" && booking.seats.some((seat) => seats.includes(seat));
  const past = await look(core, event, remaining, { isWanted });
  return { bookings: [...bookings, ...past.bookings], last: past.last };
}

/** The bookings that have the seats now, newest first. */
async function readHolders({ table }: Core, event_id: EventId, seats: readonly SeatId[]): Promise<Booking[]> {
  const items = await readItems(
    table,
    seats.map((seat) => keys.seat(event_id, seat)),
  );
  const ids = new Set(items.flatMap(({ booking_id }) => (booking_id ? [booking_id as BookingId] : [])));
  const bookings = await readBookings(table, [...ids]);
  return bookings.sort((a, b) => (a.booking_date < b.booking_date ? 1 : -1));
}

type Filter = { isWanted?: (booking: Booking) => boolean; isBuyer?: (buyer: Contact) => boolean };

/** The bookings that are wanted, newest first; one more than the page holds is looked for, to know whether a page follows. */
async function look(
  core: Core,
  { event_id }: StoredEvent,
  { limit, after }: Pick<Wish, "limit" | "after">,
  { isWanted, isBuyer }: Filter,
): Promise<Found> {
  const found: Booking[] = [];
  let position = after;
  for (let read = 0; read < mostRead; ) {
    const page = await queryPage(core.table, {
      ...{ ...bookingsOf(event_id), newestFirst: true, limit: isWanted ? readAtOnce : limit + 1 },
      ...(position === null ? {} : { after: keys.booking(event_id, position) }),
    });
    const bookings = page.items.map(toBooking);
    const wanted = isWanted ? bookings.filter(isWanted) : bookings;
    const buyerOf = isBuyer && (await findBuyers(core, wanted));
    found.push(...(buyerOf ? wanted.filter((booking) => isBuyer(buyerOf(booking))) : wanted));
    if (found.length > limit) {
      const bookings = found.slice(0, limit);
      return { bookings, last: bookings.at(-1)?.booking_date ?? null };
    }
    if (!page.next) return { bookings: found, last: null };
    position = bookings.at(-1)?.booking_date ?? position;
    read += bookings.length;
  }
  return { bookings: found, last: position };
}
