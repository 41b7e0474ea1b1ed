import { expect, test } from "vitest";
import { id } from "../testing/id.ts";
import type { Wake } from "./wake.ts";
import { createWakes } from "./wakes.ts";

const wake = (change: Partial<Wake> = {}): Wake => ({
  ...{ event: "evt_1", type: "charge.refunded", about: "money", account: null, payment_id: id.payment(1) },
  ...change,
});

test("what is woken time and again is heeded once", () => {
  const wakes = createWakes();
  for (let i = 0; i < 1_000; i++) wakes.note(wake({ event: `evt_${i}` }));
  wakes.note(wake({ account: "acct_1", payment_id: null }));
  expect(wakes.take()).toEqual({ accounts: [null, "acct_1"], payments: [wake({ event: "evt_0" })] });
  expect(wakes.take()).toEqual({ accounts: [], payments: [] });
});

test.each([
  ["attempt", "money"],
  ["money", "attempt"],
] as const)("a payment that is woken for its %s and then its %s is asked about its money", (first, second) => {
  const wakes = createWakes();
  wakes.note(wake({ about: first }));
  wakes.note(wake({ about: second }));
  expect(wakes.take().payments).toMatchObject([{ about: "money" }]);
});

test("what is too much is left to the reading of its account", () => {
  const wakes = createWakes(10);
  for (let i = 1; i <= 50; i++) wakes.note(wake({ account: `acct_${i}`, payment_id: id.payment(i) }));
  const { accounts, payments } = wakes.take();
  expect([accounts.length, payments.length]).toEqual([10, 10]);
});
