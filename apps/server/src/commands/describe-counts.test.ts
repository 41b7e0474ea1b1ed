import { id } from "@evently/core/testing/id";
import { expect, it } from "vitest";
import { describeAudit, describeVerified } from "./describe-counts.ts";

const counts = {
  ...{ total_bookings: 12, total_cancellations: 1, counter_sales: 2, booking_changes: 3, refunds: 0 },
  ...{ reservations: 5, reservations_lapsed: 1, seats_reserved: 6 },
  ...{ seats_sold: 20, comps: 4, gross: 99_000, refunded: 9_000 },
  by_seat_type: { Stalls: { seats_sold: 20, revenue: 90_000 } },
};

it("shows the counted figures next to those of the records", () => {
  const recounted = {
    ...counts,
    total_bookings: 11,
    by_seat_type: { Stalls: { seats_sold: 20, revenue: 90_000 }, VIP: { seats_sold: 1, revenue: 5 } },
  };
  const faults = [{ about: "total_bookings", finding: "is counted as 12, the records say 11" }];
  expect(describeVerified({ event_id: id.event(1), counted: counts, recounted, exact: true, faults })).toBe(
    `event-00001
                        counted  recounted
  total bookings        12       11
  total cancellations   1        1
  counter sales         2        2
  booking changes       3        3
  refunds               0        0
  reservations          5        5
  reservations lapsed   1        1
  seats reserved        6        6
  seats sold            20       20
  comps                 4        4
  gross                 99000    99000
  refunded              9000     9000
  seats sold of Stalls  20       20
  revenue of Stalls     90000    90000
  seats sold of VIP     0        1
  revenue of VIP        0        5
1 faults:
  total_bookings is counted as 12, the records say 11
`,
  );
});

it("reports that an event sold all the while", () => {
  const verified = { event_id: id.event(1), counted: counts, recounted: counts, exact: false, faults: [] };
  expect(describeVerified(verified)).toMatch(
    /\n {2}revenue of Stalls {5}90000 {4}90000\nIt sold all the while: .*\nNo faults.\n$/,
  );
});

it("lists what an audit counted", () => {
  const counted = {
    seats: 6,
    held: 1,
    blocked: 1,
    booked: 2,
    reserved: 0,
    bookings: 2,
    cancelled: 1,
    revenue: 9000,
    cash: 0,
    on_invoice: 0,
    at_gateway: 9000,
    unfinished_payments: 0,
    open_disputes: 0,
    admitted: 0,
  };
  expect(describeAudit({ event_id: id.event(1), counted, faults: [] })).toContain("\n  at gateway           9000\n");
});
