import { expect, it } from "vitest";
import { listRoutes } from "../rest/list-routes.ts";
import { listErrors } from "./list-errors.ts";

const errorsOf = (wanted: string) => {
  const route = listRoutes().find(({ name }) => name === wanted);
  return route ? listErrors(route) : [];
};

it("includes the errors of any read for a public read", () => {
  expect(errorsOf("event.search")).toEqual([
    "SIGN_IN_REQUIRED",
    "FORBIDDEN",
    "INVALID_INPUT",
    "INVALID_CURSOR",
    "RATE_LIMITED",
    "INTERNAL",
    "UNAVAILABLE",
  ]);
});

it("includes the errors of body, session and origin for a signed-in change", () => {
  expect(errorsOf("booking.cancel").toSorted()).toEqual(
    [
      "BOOKING_ALREADY_CANCELLED",
      "BOOKING_ALREADY_PAID",
      "BOOKING_NOT_FOUND",
      "BOOKING_NOT_PAID",
      "CANCELLATION_CLOSED",
      "REFUND_CHANGED",
      "BODY_TOO_LARGE",
      "CROSS_ORIGIN_REFUSED",
      "FORBIDDEN",
      "IDEMPOTENCY_KEY_IN_USE",
      "IDEMPOTENCY_KEY_REUSED",
      "INTERNAL",
      "INVALID_INPUT",
      "MALFORMED_JSON",
      "NOT_FOUND",
      "RATE_LIMITED",
      "SIGN_IN_REQUIRED",
      "SUSPENDED",
      "TICKET_ALREADY_ADMITTED",
      "UNAVAILABLE",
    ].toSorted(),
  );
});

it("includes INVALID_INPUT for a change without input", () => {
  expect(errorsOf("session.end")).toEqual([
    "SIGN_IN_REQUIRED",
    "CROSS_ORIGIN_REFUSED",
    "BODY_TOO_LARGE",
    "INVALID_INPUT",
    "RATE_LIMITED",
    "INTERNAL",
    "UNAVAILABLE",
  ]);
});
