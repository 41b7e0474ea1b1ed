import type { BuyerSum } from "../analytics/buyers.rules.ts";
import type { BookingView, CounterPayment } from "../booking/booking.ts";
import type { EventCard } from "../event/event.ts";
import { toDecimal } from "../money/money.rules.ts";
import { nameSeats } from "../seat/name-seats.rules.ts";
import type { EventSeat, SeatLabel } from "../seat/seat.ts";
import type { Cell } from "../text/csv.ts";
import type { Contact } from "../user/user.ts";

/** A file's columns in their order, each with its cell. */
export type Columns<Row> = readonly (readonly [name: string, cell: (row: Row) => Cell])[];

export const namesOf = (columns: Columns<never>): string[] => columns.map(([name]) => name);
export const cellsOf = <Row>(columns: Columns<Row>, row: Row): Cell[] => columns.map(([, cell]) => cell(row));

type Shown = Pick<
  BookingView,
  "booking_id" | "booking_date" | "state" | "total" | "cancelled_at" | "refund" | "refunded"
> &
  Pick<BookingView, "payment_status" | "counter" | "due_at" | "paid_at"> & {
    lines: readonly SeatLabel[];
    buyer: Contact;
    admitted: number;
  };

export function bookingColumns({ timezone, currency }: Pick<EventCard, "timezone" | "currency">): Columns<Shown> {
  const toLocal = createLocalTimes(timezone);
  return [
    ["booking_id", ({ booking_id }) => booking_id],
    ["booked_at_local", ({ booking_date }) => toLocal(booking_date)],
    ["booked_at_utc", ({ booking_date }) => new Date(booking_date).toISOString()],
    ["state", ({ state }) => state],
    ["buyer_name", ({ buyer }) => buyer.name],
    ["buyer_email", ({ buyer }) => buyer.email],
    ["seats", ({ lines }) => nameSeats(lines)],
    ["seat_count", ({ lines }) => lines.length],
    ["total", ({ total }) => toDecimal(total, currency)],
    ["currency", () => currency],
    ["payment_status", ({ payment_status }) => payment_status],
    ["cancelled_at_local", ({ cancelled_at }) => cancelled_at && toLocal(cancelled_at)],
    ["refund", ({ refund }) => refund && toDecimal(refund.amount, currency)],
    ["refunded", ({ refunded }) => toDecimal(refunded, currency)],
    ["counter", ({ counter }) => counter ?? null],
    // Also of a booking that was cancelled after somebody had gone in.
    ["seats_admitted", ({ admitted }) => admitted],
    ["due_at_local", ({ due_at }) => (due_at ? toLocal(due_at) : null)],
    ["paid_at_local", ({ paid_at }) => (paid_at ? toLocal(paid_at) : null)],
  ];
}

export type SoldSeat = Pick<EventSeat, "seat_pos" | "seat_type" | "seat_state" | "price" | "booking_id"> &
  SeatLabel & { buyer: Contact | null; block_reason: string | null; counter: CounterPayment | null };

export const seatColumns = ({ currency }: Pick<EventCard, "currency">): Columns<SoldSeat> => [
  ["seat_pos", ({ seat_pos }) => seat_pos],
  ["section", ({ section }) => section],
  ["row_label", ({ row_label }) => row_label],
  ["seat_label", ({ seat_label }) => seat_label],
  ["seat_type", ({ seat_type }) => seat_type],
  ["price", ({ price }) => toDecimal(price, currency)],
  ["currency", () => currency],
  ["state", ({ seat_state }) => seat_state],
  ["booking_id", ({ booking_id }) => booking_id],
  ["buyer_name", ({ buyer }) => buyer?.name ?? null],
  ["buyer_email", ({ buyer }) => buyer?.email ?? null],
  ["block_reason", ({ block_reason }) => block_reason],
  ["counter", ({ counter }) => counter],
];

export function buyerColumns({ timezone, currency }: Pick<EventCard, "timezone" | "currency">): Columns<BuyerSum> {
  const toLocal = createLocalTimes(timezone);
  return [
    ["name", ({ name }) => name],
    ["email", ({ email }) => email],
    ["bookings", ({ bookings }) => bookings],
    ["cancellations", ({ cancellations }) => cancellations],
    ["seats", ({ seats }) => seats],
    ["paid", ({ spend }) => toDecimal(spend, currency)],
    ["currency", () => currency],
    ["first_booking_local", ({ first_booking }) => toLocal(first_booking)],
    ["last_booking_local", ({ last_booking }) => toLocal(last_booking)],
  ];
}

/** Such as "Jaws, 2027-01-14, bookings.csv": dates of one show are told apart. */
export function nameExport(event: Pick<EventCard, "name" | "start_time" | "timezone">, content: string): string {
  const [date] = createLocalTimes(event.timezone)(event.start_time).split(" ");
  return `${event.name}, ${date}, ${content}.csv`;
}

/** Instants as the venue's clock shows them, in the form that spreadsheets of every country read: 2027-01-14 19:30:00. */
function createLocalTimes(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
  };
}
