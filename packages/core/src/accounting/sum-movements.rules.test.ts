import { describe, expect, it } from "vitest";
import { createDates } from "../analytics/periods.rules.ts";
import { id } from "../testing/id.ts";
import type { Movement } from "./movements.rules.ts";
import { createSums } from "./sum-movements.rules.ts";

const move = (at: string, kind: Movement["kind"], amount: number, method: Movement["method"] = "card"): Movement => ({
  ...{ at, kind, method, amount, booking_id: id.booking(1), payment_id: null, refund_id: null },
  ...{ gateway_ref: null, account: null, dispute: null },
});

function sum(timezone: string, ...movements: Movement[]) {
  const sums = createSums(createDates(timezone));
  movements.forEach(sums.add);
  return sums.read();
}

describe("days", () => {
  const netOf = (timezone: string, ...instants: string[]) =>
    sum(timezone, ...instants.map((at) => move(at, "sale", 1))).days.map(({ date, net }) => [date, net]);

  it("end at midnight of the venue", () => {
    const around = ["2027-01-15T04:59:59.999Z", "2027-01-15T05:00:00.000Z"];
    expect(netOf("America/New_York", ...around)).toEqual([
      ["2027-01-14", 1],
      ["2027-01-15", 1],
    ]);
    expect(netOf("Asia/Tokyo", ...around)).toEqual([["2027-01-15", 2]]);
  });

  it("are as long as daylight saving makes them", () => {
    const autumn = ["2026-11-01T03:59:59.000Z", "2026-11-01T04:00:00.000Z", "2026-11-02T04:59:59.000Z"];
    expect(netOf("America/New_York", ...autumn, "2026-11-02T05:00:00.000Z")).toEqual([
      ...[
        ["2026-10-31", 1],
        ["2026-11-01", 2],
        ["2026-11-02", 1],
      ],
    ]);
    const spring = ["2027-03-14T04:59:59.000Z", "2027-03-14T05:00:00.000Z", "2027-03-15T03:59:59.000Z"];
    expect(netOf("America/New_York", ...spring, "2027-03-15T04:00:00.000Z")).toEqual([
      ...[
        ["2027-03-13", 1],
        ["2027-03-14", 2],
        ["2027-03-15", 1],
      ],
    ]);
    expect(netOf("Africa/Cairo", "2027-04-29T21:59:59.000Z", "2027-04-29T22:00:00.000Z")).toEqual([
      ...[
        ["2027-04-29", 1],
        ["2027-04-30", 1],
      ],
    ]);
    expect(netOf("Asia/Kathmandu", "2027-01-14T18:14:59.000Z", "2027-01-14T18:15:00.000Z")).toHaveLength(2);
  });
});

it("net is gross less refunds and fees, and its parts by method add up to it", () => {
  const [first, second] = ["2027-01-14T12:00:00.000Z", "2027-01-15T12:00:00.000Z"];
  const { total, days } = sum(
    "Europe/Berlin",
    ...[move(first, "sale", 9000), move(first, "fee", -900), move(first, "sale", 4000, "cash")],
    ...[move(second, "refund", -3000), move(second, "fee_refund", 300), move(second, "sale", 500, "invoice")],
    ...[move(second, "refund", -1000, "cash"), move(second, "sale", 0, "none")],
  );
  const by_method = { card: 5400, cash: 3000, invoice: 500 };
  expect(total).toEqual({ gross: 13_500, refunds: 4000, fees: 600, net: 8900, by_method });
  expect(days).toEqual([
    {
      date: "2027-01-14",
      gross: 13_000,
      refunds: 0,
      fees: 900,
      net: 12_100,
      by_method: { card: 8100, cash: 4000, invoice: 0 },
    },
    {
      date: "2027-01-15",
      gross: 500,
      refunds: 4000,
      fees: -300,
      net: -3200,
      by_method: { card: -2700, cash: -1000, invoice: 500 },
    },
  ]);
});

it("what is disputed is summed by how it stands, and moves no figure", () => {
  const dispute = (state: "open" | "won" | "lost", amount: number): Movement => ({
    ...move("2027-01-14T12:00:00.000Z", "dispute", 0),
    dispute: { state, amount },
  });
  const { total, days, disputed } = sum("UTC", dispute("open", 5), dispute("open", 7), dispute("lost", 11));
  expect(disputed).toEqual({ open: 12, won: 0, lost: 11 });
  expect([total.net, days]).toEqual([0, []]);
});
