import { describe, expect, test } from "vitest";
import { describeFailure } from "~/trpc/describe-failure";
import { makeApiError } from "~/trpc/failure.fixture";
import { readConfirmation, readConfirmError } from "./read-confirmation";

type Answer = Parameters<typeof readConfirmation>[0];

describe("the answers of confirm", () => {
  test("a booking is booked, a challenge leads to the bank's page", () => {
    expect(readConfirmation({ state: "confirmed", booking_id: "booking-00007" } as Answer)).toEqual({
      type: "booked",
      booking_id: "booking-00007",
    });
    const due_at = "2027-01-24T18:00:00.000Z";
    expect(readConfirmation({ state: "awaiting_payment", booking_id: "booking-00008", due_at } as Answer)).toEqual({
      type: "booked",
      booking_id: "booking-00008",
      payBy: due_at,
    });
    const next_action = { type: "challenge", url: "/challenge/holding-00001" };
    expect(readConfirmation({ state: "paying", next_action } as Answer)).toEqual({
      type: "challenged",
      action: next_action,
    });
  });

  test("a failure that leaves the outcome open is not reported as a refusal", () => {
    expect(readConfirmError(new TypeError("Failed to fetch"))).toEqual({ type: "unanswered", hasBegun: false });
    expect(readConfirmError(makeApiError("IDEMPOTENCY_KEY_IN_USE"))).toEqual({ type: "unanswered", hasBegun: false });
    for (const code of ["PAYMENT_IN_PROGRESS", "UNAVAILABLE", "INTERNAL"] as const)
      expect(readConfirmError(makeApiError(code))).toEqual({ type: "unanswered", hasBegun: true });
  });

  test("a failure that ends the hold gives the reason", () => {
    expect(readConfirmError(makeApiError("HOLD_EXPIRED"))).toEqual({ type: "ended", reason: "expired" });
    const released = makeApiError("HOLD_EXPIRED", { released_by: "organizer" });
    expect(readConfirmError(released)).toEqual({ type: "ended", reason: "organizer" });
    const offered = ["B-1", "B-2"];
    expect(readConfirmError(makeApiError("SEATS_UNAVAILABLE"))).toEqual({ type: "ended", reason: "lost", offered });
    const none = makeApiError("SEATS_UNAVAILABLE", { alternatives: [] });
    expect(readConfirmError(none)).toEqual({ type: "ended", reason: "lost", offered: [] });
    expect(readConfirmError(makeApiError("SALE_CLOSED"))).toEqual({ type: "ended", reason: "off_sale" });
    const last = makeApiError("PAYMENT_DECLINED", { attempts_left: 0 });
    expect(readConfirmError(last)).toEqual({ type: "ended", reason: "declined" });
  });

  test.each(["PAYMENT_DECLINED", "SIGN_IN_REQUIRED"] as const)("%s is refused with its own words", (code) => {
    const error = makeApiError(code);
    expect(readConfirmError(error)).toEqual({ type: "refused", failure: describeFailure(error) });
    const words = { [code]: { action: "Ask." } };
    expect(readConfirmError(error, words)).toMatchObject({ type: "refused", failure: { action: "Ask." } });
  });
});
