import { expect, it } from "vitest";
import type { Core } from "../core.ts";
import { payment, record } from "../testing/audit-records.ts";
import { id } from "../testing/id.ts";
import { awaitGateway } from "./await-gateway.ts";
import { tryFinishPayment, voidOrRefund } from "./finish-payment.ts";
import type { PaymentGateway } from "./gateway.ts";

const silence = () => new Promise<never>(() => undefined);
const silent: PaymentGateway = {
  name: "test",
  client: () => ({ gateway: "test" }),
  step: () => 1,
  ...{ prepare: silence, authorize: silence, capture: silence, void: silence, refund: silence },
  ...{ find: silence, listByEvent: silence, list: silence },
};
const reported: string[] = [];
const core = {
  gateway: silent,
  rules: { GATEWAY_TIMEOUT: 0.01 },
  reportError: (message: string, { error }: { error?: unknown }) => reported.push(`${message}: ${error}`),
} as unknown as Core;
const late = "the gateway did not respond within 0.01 s";

it("returns what the gateway responds, and throws what it throws", async () => {
  expect(await awaitGateway(core, Promise.resolve("captured"))).toBe("captured");
  await expect(awaitGateway(core, Promise.reject(new Error("refused")))).rejects.toThrow("refused");
});

it("throws if the gateway never responds", async () => {
  await expect(awaitGateway(core, silence())).rejects.toThrow(late);
});

it("leaves a payment to scheduled work if its capture, void or refund never gets a response", async () => {
  for (const state of ["authorized", "voiding", "refunding"] as const)
    await tryFinishPayment(core, id.payment(1), payment(1, state, 4500));
  expect(reported).toEqual(Array.from({ length: 3 }, () => `a payment is left to scheduled work: Error: ${late}`));
  const captured = async () => record(1, "captured", 4500);
  const unrefunded = { ...core, gateway: { ...silent, void: captured } };
  await expect(voidOrRefund(unrefunded, id.key(1))).rejects.toThrow(late);
});

it("asks no other gateway than the one that took the payment", async () => {
  reported.splice(0);
  const other = { ...core, gateway: { ...silent, name: "stripe" } };
  await tryFinishPayment(other, id.payment(1), payment(1, "refunding", 4500));
  expect(reported).toEqual([
    "a payment is left to scheduled work: Error: payment-00001 was taken by the gateway test, this is stripe",
  ]);
});
