import type { Stripe, StripeElements, StripeError } from "@stripe/stripe-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeCardToken } from "./make-card-token";

type Made = Awaited<ReturnType<Stripe["createConfirmationToken"]>>;

const good = { confirmationToken: { id: "ctoken_1" } } as Made;
const error = (type: StripeError["type"], message?: string) => ({ error: { type, message } as StripeError });
const never = () => new Promise<never>(() => undefined);

/** Stripe as it answers here, and what it was asked for. */
function openStripe(submit: () => Promise<unknown>, create: () => Promise<unknown> = async () => good) {
  const asked: string[] = [];
  const noting = (name: string, answer: () => Promise<unknown>) => () => {
    asked.push(name);
    return answer();
  };
  const elements = { submit: noting("submit", submit) } as unknown as StripeElements;
  const stripe = { createConfirmationToken: noting("create", create) } as unknown as Stripe;
  return { asked, make: () => makeCardToken(stripe, elements) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a card that is filled in becomes a token", async () => {
  const { asked, make } = openStripe(async () => ({}));
  expect(await make()).toEqual({ token: "ctoken_1" });
  expect(asked).toEqual(["submit", "create"]);
});

test("what the form marks itself is not said twice, and makes no token", async () => {
  const { asked, make } = openStripe(async () => error("validation_error", "Your card number is incomplete."));
  expect(await make()).toEqual({ failure: null });
  expect(asked).toEqual(["submit"]);
});

test("a card that Stripe does not take is refused in Stripe's own words, and nothing was charged", async () => {
  const refused = openStripe(
    async () => ({}),
    async () => error("card_error", "Your card is not supported."),
  );
  expect(await refused.make()).toMatchObject({
    failure: { headline: "Your card is not supported.", meaning: expect.stringMatching(/^Nothing was charged/) },
  });
  const broken = openStripe(
    async () => ({}),
    async () => error("invalid_request_error", "No such account: acct_1"),
  );
  expect(await broken.make()).toMatchObject({ failure: { headline: "Stripe could not take this card." } });
});

test.each([
  ["that never answers the form", never, undefined],
  ["that never makes the token", async () => ({}), never],
  ["that can't be reached", async () => ({}), async () => error("api_connection_error")],
  ["that breaks", async () => ({}), () => Promise.reject(new Error("frame gone"))],
])("of a Stripe %s the page says so in the end, and nothing was charged", async (_, submit, create) => {
  const made = openStripe(submit, create).make();
  await vi.runAllTimersAsync();
  expect(await made).toMatchObject({
    failure: {
      headline: expect.stringContaining("isn’t answering"),
      meaning: expect.stringMatching(/^Nothing was charged/),
    },
  });
});
