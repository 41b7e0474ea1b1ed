import type { SoldBooking } from "@evently/core/analytics";
import { describe, expect, test } from "vitest";
import { listRefundPoints } from "./list-refund-points";
import { readRefund } from "./read-refund";

const line = (n: number) => ({ seat: `A-${n}`, section: "", row_label: "A", seat_label: `${n}`, price: 8_500 });
const booking = {
  ...{ lines: [1, 2, 3, 4].map(line), total: 34_000, refunded: 0, currency: "USD" },
  buyer: { name: "Ann", email: "ann@example.com" },
} as unknown as SoldBooking;

const pointsOf = (
  chosen: { seats?: string[]; amount?: string },
  sold: Parameters<typeof listRefundPoints>[1] = booking,
) => {
  const by = chosen.amount === undefined ? ("seats" as const) : ("amount" as const);
  const read = readRefund({ by, seats: [], amount: "", reason: "Illness", ...chosen }, sold);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return listRefundPoints(read.refund, sold, true);
};

describe("before a refund is sent, it says", () => {
  test("which seats become free, what stays, and what goes back", () => {
    expect(pointsOf({ seats: ["A-2"] })).toEqual([
      "Row A, seat 2 is free again at once, while the sale is open.",
      "Tickets for that seat let nobody in any more. Row A, seats 1, 3 and 4 stay booked.",
      "US$85 goes back to the card that it was paid with.",
      "US$255 stays with you.",
      "The buyer is told by mail, with your reason.",
    ]);
  });

  test("that the last seats cancel the booking", () => {
    const points = pointsOf({ seats: ["A-1", "A-2", "A-3", "A-4"] });
    expect(points).toContain(
      "It has no other seats: the booking is cancelled, and its tickets let nobody in any more.",
    );
    expect(points).toContain("Nothing of the price stays with you.");
  });

  test("which seats are the house's again", () => {
    const points = pointsOf({ seats: ["A-1", "A-2"] }, { ...booking, from_blocks: ["A-2"] });
    expect(points.slice(0, 2)).toEqual([
      "Row A, seat 1 is free again at once, while the sale is open.",
      "Row A, seat 2 is blocked for the house again.",
    ]);
  });

  test("that seats stay where an amount goes back", () => {
    expect(pointsOf({ amount: "40" })).toEqual([
      "Row A, seats 1 to 4 stay booked, and their tickets stay valid.",
      "US$40 goes back to the card that it was paid with.",
      "US$300 stays with you.",
      "The buyer is told by mail, with your reason.",
    ]);
  });

  test("why a seat gives back less than it cost", () => {
    expect(pointsOf({ seats: ["A-2"] }, { ...booking, refunded: 30_000 })).toContain(
      "The price was US$85, of which earlier refunds have left US$40.",
    );
  });

  test("that a seat which was free gives nothing back", () => {
    const lines = [...booking.lines, { ...booking.lines[0], seat: "A-5", seat_label: "5", price: 0 }];
    const points = pointsOf({ seats: ["A-5"] }, { ...booking, lines: lines as SoldBooking["lines"] });
    expect(points).toContain("No money goes back: nothing was paid for it.");
    expect(points).toContain("US$340 stays with you.");
  });

  test("who hands cash back, and that nobody is told by mail without an address", () => {
    const points = pointsOf({ seats: ["A-2"] }, { ...booking, counter: "cash", buyer: { name: "Ann", email: null } });
    expect(points).toContain("It was paid in cash: hand US$85 back yourself.");
    expect(points.at(-1)).toMatch(/^No mail tells the buyer/);
  });
});
