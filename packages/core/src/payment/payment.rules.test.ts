import { expect, it } from "vitest";
import { nextRefundName } from "./payment.rules.ts";

it.each([
  [[], "payment-00042-r1"],
  [["payment-00042-r1"], "payment-00042-r2"],
  [["payment-00042-r3", "payment-00042-r1"], "payment-00042-r4"],
  [["payment-00042-r9", "payment-00042-r10"], "payment-00042-r11"],
])("after %j comes %s", (names, next) => {
  expect(nextRefundName("payment-00042", names)).toBe(next);
});
