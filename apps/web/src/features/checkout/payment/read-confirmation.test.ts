import type { Failure } from "@evently/core/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { describeDecline } from "./describe-decline";
import { readAnswer, readRefusal } from "./read-confirmation";

type Answer = Parameters<typeof readAnswer>[0];

function failWith(failure: Failure) {
  const shape = { message: failure.error, code: -32000, data: { code: "CONFLICT", httpStatus: 409, failure } };
  return new TRPCClientError(failure.error, { result: { error: shape } as never });
}

const coded = (error_code: Failure["error_code"], details = {}) =>
  readRefusal(failWith({ error: "a sentence", error_code, details } as Failure));

describe("the answers of confirm", () => {
  test("a booking is booked, a question of the bank leads to its page", () => {
    expect(readAnswer({ state: "confirmed", booking_id: "booking-00007" } as Answer)).toEqual({
      type: "booked",
      booking_id: "booking-00007",
    });
    const next_action = { type: "challenge", url: "/challenge/holding-00001" };
    expect(readAnswer({ state: "paying", next_action } as Answer)).toEqual({
      type: "challenged",
      url: "/challenge/holding-00001",
    });
  });

  test("what leaves the outcome open is silence, so that nobody is told that nothing was charged", () => {
    expect(readRefusal(new TypeError("Failed to fetch"))).toEqual({ type: "silent" });
    for (const code of ["PAYMENT_IN_PROGRESS", "UNAVAILABLE", "INTERNAL"] as const)
      expect(coded(code, { request_id: "r1" })).toEqual({ type: "silent" });
  });

  test("what ends the hold ends it, by its cause", () => {
    expect(coded("HOLD_EXPIRED")).toEqual({ type: "ended", why: "expired" });
    expect(coded("SEATS_UNAVAILABLE", { seats: ["A-1"], alternatives: [] })).toEqual({ type: "ended", why: "lost" });
    expect(coded("SALE_CLOSED")).toEqual({ type: "ended", why: "event_cancelled" });
  });

  test("a decline keeps the seats and says why in words", () => {
    expect(coded("PAYMENT_DECLINED", { reason: "card_declined", expires_at: "2027-01-14T19:30:00Z" })).toEqual({
      type: "refused",
      problem: describeDecline("card_declined"),
    });
    expect(describeDecline("card_declined").what).toBe("Your bank declined this card.");
    expect(describeDecline("The bank did not answer in time.").what).toBe("The bank did not answer in time.");
    expect(describeDecline("do_not_honor").what).toBe("The payment was declined.");
    expect(describeDecline("toString").what).toBe("The payment was declined.");
  });

  test("anything else is refused with its own description", () => {
    expect(coded("SIGN_IN_REQUIRED")).toMatchObject({ type: "refused", problem: { what: expect.any(String) } });
  });
});
