import type { Booking } from "../booking/booking.ts";
import { isSale } from "../booking/invoice.rules.ts";
import { refundedOf } from "../booking/refunds.rules.ts";
import { revenueByType } from "../counts/counts.table.ts";
import type { Counts } from "../counts/counts.ts";
import type { AuditFault } from "./audit-fault.ts";

/** The counts that bookings determine; hold requests leave no record, and blocked seats are counted from the seats. */
export type SaleCounts = Omit<Counts, "hold_attempts" | "holds_placed" | "seats_blocked">;

/** The counts before and after the bookings were read. */
export type CountsAround = { before: SaleCounts; after: SaleCounts };

const noSales = {
  ...{ total_bookings: 0, total_cancellations: 0, counter_sales: 0, booking_changes: 0, refunds: 0 },
  ...{ reservations: 0, reservations_lapsed: 0, seats_reserved: 0 },
  ...{ seats_sold: 0, comps: 0, gross: 0, refunded: 0 },
};

/** The counts expected for these bookings, which must be all that the event ever had. Pure. */
export function recount(bookings: Booking[]): SaleCounts {
  const types = new Map<string, { seats_sold: number; revenue: number }>();
  const counts = { ...noSales };
  const typeOf = (seat_type: string) => {
    const known = types.get(seat_type) ?? { seats_sold: 0, revenue: 0 };
    types.set(seat_type, known);
    return known;
  };
  for (const booking of bookings) {
    if (booking.invoice) countReservation(counts, booking);
    if (!isSale(booking)) continue;
    const { state, total, lines, counter, changes = 0, refunds = [] } = booking;
    const refunded = refundedOf(booking);
    counts.total_bookings += 1;
    counts.counter_sales += counter ? 1 : 0;
    counts.booking_changes += changes;
    counts.refunds += refunds.length;
    counts.gross += total;
    counts.refunded += refunded;
    for (const [type, revenue] of revenueByType({ lines, total, refunded })) typeOf(type).revenue += revenue;
    if (state === "cancelled") {
      counts.total_cancellations += 1;
      continue;
    }
    counts.seats_sold += lines.length;
    counts.comps += counter === "comp" ? lines.length : 0;
    for (const { seat_type } of lines) typeOf(seat_type).seats_sold += 1;
  }
  return { ...counts, by_seat_type: Object.fromEntries(types) };
}

function countReservation(counts: typeof noSales, booking: Booking): void {
  counts.reservations += 1;
  if (booking.state === "awaiting_payment") counts.seats_reserved += booking.lines.length;
  if (booking.state === "cancelled" && !isSale(booking)) counts.reservations_lapsed += 1;
}

const rising = [
  ...["total_bookings", "total_cancellations", "counter_sales", "booking_changes", "refunds"],
  ...["reservations", "reservations_lapsed"],
  ...["gross", "refunded"],
] as const;

/**
 * Returns each count that differs from the records. If nothing was sold during the read, all counts must match exactly;
 * otherwise those that never decrease must lie between the counts before and after. Pure.
 */
export function inspectCounts({ before, after }: CountsAround, bookings: Booking[]): AuditFault[] {
  const records = recount(bookings);
  const bounds = rising.map((name) => ({ about: name, is: records[name], least: before[name], most: after[name] }));
  const fixed = stoodStill({ before, after }) ? sides(records, after) : [];
  return [...bounds, ...fixed].flatMap(({ about, is, least, most }) => {
    if (is >= least && is <= most) return [];
    return [{ about, finding: `is counted as ${is < least ? least : most}, the records say ${is}` }];
  });
}

/** Whether nothing was sold or cancelled between two reads of the counts. */
export function stoodStill({ before, after }: CountsAround): boolean {
  return rising.every((name) => before[name] === after[name]);
}

function sides(records: SaleCounts, counts: SaleCounts) {
  const types = new Set([...Object.keys(records.by_seat_type), ...Object.keys(counts.by_seat_type)]);
  const pairs = [
    { about: "seats_sold", is: records.seats_sold, counted: counts.seats_sold },
    { about: "seats_reserved", is: records.seats_reserved, counted: counts.seats_reserved },
    { about: "comps", is: records.comps, counted: counts.comps },
    ...[...types].flatMap((type) =>
      (["seats_sold", "revenue"] as const).map((name) => ({
        about: `${name} of ${type}`,
        is: records.by_seat_type[type]?.[name] ?? 0,
        counted: counts.by_seat_type[type]?.[name] ?? 0,
      })),
    ),
  ];
  return pairs.map(({ about, is, counted }) => ({ about, is, least: counted, most: counted }));
}
