import { describe, expect, it } from "vitest";
import type { GatewayRecord } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import { faultsOf, payment, record, replace } from "../testing/audit-records.ts";
import { inspectPayments, keptFees } from "./inspect-payments.ts";

const paid = (changed: Partial<Payment> = {}): Payment => ({ ...payment(1, "captured", 9000), fee: 900, ...changed });
const there = (changed: Partial<GatewayRecord> = {}): GatewayRecord => ({
  ...record(1, "captured", 9000),
  ...{ fee: 900, ...changed },
});
const inspect = (here: Payment, atGateway: GatewayRecord) =>
  inspectPayments({ payments: [here], ledger: [atGateway] }).map(({ about, finding }) => `${about} ${finding}`);

describe("a payment", () => {
  it("has no fault where the gateway says the same, or nothing of fees that were never taken", () => {
    expect(inspect(paid(), there())).toEqual([]);
    expect(inspect(paid({ fee: 0 }), record(1, "captured", 9000))).toEqual([]);
  });

  it.each([
    ["amount", { amount: 9001 }, "has the amount 9000, the gateway says 9001"],
    ["currency", { currency: "EUR" }, "has the currency USD, the gateway says EUR"],
    ["account", { account: "acct_1" }, "has the account null, the gateway says acct_1"],
    ["fee", { fee: 0 }, "has the fee 900, the gateway says 0"],
    ["refunded fee", { fee_refunded: 90 }, "has the refunded fee 0, the gateway says 90"],
  ] as const)("of another %s is found", (_, changed, finding) => {
    expect(inspect(paid(), there(changed))).toEqual([`payment-00001 ${finding}`]);
  });

  it("is compared whole even if all of it went back", () => {
    const refunded = { state: "refunded", fee_refunded: 900 } as const;
    expect(inspect(paid(refunded), there({ refunded: 9000, fee_refunded: 800 }))).toEqual([
      "payment-00001 has the refunded fee 900, the gateway says 800",
    ]);
  });

  it.each(["started", "authorized", "refunding", "voiding"] as const)("that is %s is on its way", (state) => {
    expect(inspect(paid({ state, fee: 0 }), there())).toEqual([]);
  });

  it("that was voided before it was taken has no fee to compare", () => {
    expect(inspect(paid({ state: "refunded" }), there({ state: "voided", fee: 0 }))).toEqual([]);
  });
});

it("the audit finds another amount twice: in what is kept, and in the payment", () => {
  expect(faultsOf(({ ledger }) => ({ ledger: replace(ledger, 0, record(1, "captured", 9001)) }))).toEqual([
    "payment-00001 keeps 9001 at the gateway, the bookings say 9000",
    "payment-00001 has the amount 9000, the gateway says 9001",
  ]);
});

it("the audit compares fees, too", () => {
  const faults = faultsOf(({ ledger }) => ({ ledger: replace(ledger, 0, there({ fee: 5 })) }));
  expect(faults).toEqual(["payment-00001 has the fee 0, the gateway says 5"]);
});

it("fees are kept less what went back", () => {
  expect(keptFees([there(), there({ fee_refunded: 400 }), record(2, "captured", 4500)])).toBe(1400);
});
