import { expect, it } from "vitest";
import { record } from "../testing/audit-records.ts";
import { keptAmount } from "./gateway.ts";

it("the gateway keeps what is captured or reserved, less what it gave back", () => {
  expect(keptAmount(record(1, "captured", 9000, 4500))).toBe(4500);
  expect(keptAmount(record(1, "authorized", 9000))).toBe(9000);
  for (const state of ["prepared", "challenged", "declined", "voided"] as const)
    expect(keptAmount(record(1, state, 9000))).toBe(0);
});
