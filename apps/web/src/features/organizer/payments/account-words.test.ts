import { expect, test } from "vitest";
import { describeAccount } from "./account-words";

test("an account that Stripe is only checking is not said to be stopped", () => {
  expect(describeAccount({ state: "restricted", requirements: [] }).title).toBe(
    "Stripe has not enabled your account yet",
  );
  expect(describeAccount({ state: "restricted", requirements: ["external_account"] }).title).toBe(
    "Stripe lets you take no card payments now",
  );
});

test("what Stripe still wants of an enabled account is given at Stripe", () => {
  expect(describeAccount({ state: "enabled", requirements: [] }).button).toBeNull();
  expect(describeAccount({ state: "enabled", requirements: ["external_account"] }).button).toBe("Continue at Stripe");
});
