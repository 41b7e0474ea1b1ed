import { errorRegistry, type Failure } from "@evently/core/errors";
import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { describeFailure } from "./describe-failure";
import { OfflineError, SilentError } from "./describe-silence";
import { findFailure, findFailureOf, isOutcomeOpen, isWorthRetrying } from "./failure";
import { errorCodes, makeApiError } from "./failure.fixture";
import { failureWords } from "./failure-words";
import { invoiceOnlyWords } from "./invoice-words";

test.each(errorCodes)("%s has a headline, a meaning and an action", (code) => {
  const { headline, meaning, action } = describeFailure(makeApiError(code));
  for (const sentence of [headline, meaning, action]) {
    expect(sentence).toMatch(/^[A-Z“].*[.!?]$/);
    expect(sentence).not.toMatch(/undefined|null|\[object|_|\.\./);
  }
});

test("counts the seats that are gone, whose keys it does not show, and offers others", () => {
  const { headline, action } = describeFailure(makeApiError("SEATS_UNAVAILABLE"));
  expect(headline).toBe("Someone else just took 2 of these seats.");
  expect(action).toContain("offered");
});

test.each([
  ["card_declined", "Your bank declined this card."],
  ["insufficient_funds", "There is not enough money on this card."],
  ["expired_card", "This card has expired."],
  ["incorrect_cvc", "The security code of this card is wrong."],
  ["processing_error", "Your bank could not process the payment."],
  ["challenge_failed", "Your bank could not confirm that it is you who pays."],
  ["unknown_token", "The payment service does not know this card."],
  ["the bank did not answer in time.", "The bank did not answer in time."],
  ["do_not_honor", "The payment was declined."],
  ["toString", "The payment was declined."],
])("a card declined for %s keeps the seats", (reason, headline) => {
  const explanation = describeFailure(makeApiError("PAYMENT_DECLINED", { reason }));
  expect(explanation.headline).toBe(headline);
  expect(explanation.meaning).toContain("still held");
});

test.each([
  ["organization", /^This seller takes no payment on invoice\.$/, /^Pay by card/],
  ["buyer", /signed in to by mail/, /sign in, and pick them again, or pay by card/],
  ["seats_of_person", /^One person can have no more/, /Hold fewer seats/],
  ["share_of_hall", /^No more seats of this event/, /Hold fewer seats/],
  ["time", /begins too soon/, /^Pay by card/],
])("an invoice refused because of %s says why, and keeps the seats", (cause, headline, action) => {
  const explanation = describeFailure(makeApiError("INVOICE_NOT_AVAILABLE", { cause }));
  expect(explanation.headline).toMatch(headline);
  expect(explanation.action).toMatch(action);
  expect(explanation.meaning).toContain("still held");
});

test.each(["organization", "buyer", "seats_of_person", "share_of_hall", "time"])(
  "where the seller takes no cards, an invoice refused because of %s names none",
  (cause) => {
    const explanation = describeFailure(makeApiError("INVOICE_NOT_AVAILABLE", { cause }), invoiceOnlyWords);
    expect(Object.values(explanation).join(" ")).not.toMatch(/card/);
    expect(explanation.action).toMatch(/^[A-Z].*\.$/);
    expect(explanation.meaning).toContain("still held");
  },
);

test("an override replaces the parts that it names", () => {
  const plain = describeFailure(makeApiError("SEATS_UNAVAILABLE"));
  const overridden = describeFailure(makeApiError("SEATS_UNAVAILABLE"), {
    SEATS_UNAVAILABLE: ({ details }) => ({ action: `${details.alternatives.length} more on offer.` }),
  });
  expect(overridden).toEqual({ ...plain, action: "1 more on offer." });
  expect(describeFailure(makeApiError("HOLD_EXPIRED"), { INTERNAL: { action: "Other." } })).toEqual(
    describeFailure(makeApiError("HOLD_EXPIRED")),
  );
});

test("a code that this site does not know yet is described by the API's own sentence", () => {
  const failure = { error: "Something new.", error_code: "FROM_THE_FUTURE", details: {} };
  const error = TRPCClientError.from({ error: { code: -32000, message: "", data: { failure } } } as never);
  expect(describeFailure(error).headline).toBe("Something new.");
  expect(describeFailure(error).action).not.toBe("");
});

test("a code without words does not compile", () => {
  const { HOLD_EXPIRED: _, ...others } = failureWords;
  // @ts-expect-error: HOLD_EXPIRED is missing.
  const incomplete: typeof failureWords = others;
  expect(incomplete).not.toHaveProperty("HOLD_EXPIRED");
});

test("no answer at all is a matter of the connection", () => {
  expect(describeFailure(new TypeError("fetch failed")).headline).toBe("We could not reach Evently.");
  expect(describeFailure(TRPCClientError.from(new Error("Unexpected end of JSON input"))).action).toContain(
    "try again",
  );
  expect(describeFailure(new OfflineError(), { OFFLINE: { action: "Wait." } })).toMatchObject({
    headline: "You are offline.",
    action: "Wait.",
  });
});

test("an outcome is open where no answer decides it", () => {
  const open = errorCodes.filter((code) => isOutcomeOpen(makeApiError(code)));
  expect(open).toEqual(["IDEMPOTENCY_KEY_IN_USE", "INTERNAL", "UNAVAILABLE"]);
  expect(isOutcomeOpen(new SilentError())).toBe(true);
  expect(isOutcomeOpen(new OfflineError())).toBe(false);
});

test("a failure narrows by its code", () => {
  const error = makeApiError("SEATS_UNAVAILABLE");
  expect(findFailureOf(error, "SEATS_UNAVAILABLE")?.details.alternatives).toEqual([["B-1", "B-2"]]);
  expect(findFailureOf(error, "HOLD_EXPIRED")).toBeNull();
  expect(findFailure(new Error("other"))).toBeNull();
});

test("reads the REST failures of a server in front of the API", () => {
  const responseJSON: Failure = { error: errorRegistry.RATE_LIMITED.text, error_code: "RATE_LIMITED", details: {} };
  const error = TRPCClientError.from(new Error("Unable to transform response from server"), { meta: { responseJSON } });
  expect(findFailure(error)).toEqual(responseJSON);
  expect(describeFailure(error).action).toContain("Wait");
  expect(findFailure(TRPCClientError.from(new Error("not ours"), { meta: { responseJSON: "busy" } }))).toBeNull();
});

test("retries only silence, an unavailable storage and too many requests", () => {
  expect(errorCodes.filter((code) => isWorthRetrying(makeApiError(code)))).toEqual(["RATE_LIMITED", "UNAVAILABLE"]);
  expect(isWorthRetrying(new TypeError("fetch failed"))).toBe(true);
});
