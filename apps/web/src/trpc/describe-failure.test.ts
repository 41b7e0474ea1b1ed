import { catalogue, type ErrorCode, type Failure } from "@evently/core/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { describeProblem } from "./describe-failure";
import { findFailure, findFailureOf, isWorthRetrying } from "./failure";

const details = {
  seats: ["A-1", "A-2"],
  alternatives: [["B-1", "B-2"]],
  faults: [{ path: "email", message: "an e-mail address" }],
  reason: "insufficient funds.",
  request_id: "r-17",
  holdings: ["holding-00001"],
};

function errorOf(error_code: ErrorCode): Error {
  const failure = { error: catalogue[error_code].text, error_code, details } as unknown as Failure;
  return TRPCClientError.from({ error: { code: -32000, message: failure.error, data: { failure } } } as never);
}

const codes = Object.keys(catalogue) as ErrorCode[];

describe("every failure of the catalogue", () => {
  test.each(codes)("%s says what happened, what it means and what to do", (code) => {
    const problem = describeProblem(errorOf(code));
    for (const sentence of Object.values(problem)) {
      expect(sentence).toMatch(/^[A-Z“].*[.!?]$/);
      expect(sentence).not.toMatch(/undefined|null|\[object|_|\.\./);
    }
  });
});

test("names the seats that went and offers the others", () => {
  const problem = describeProblem(errorOf("SEATS_UNAVAILABLE"));
  expect(problem.what).toBe("Seats A-1 and A-2 just went to someone else.");
  expect(problem.action).toContain("offered");
});

test("a declined card keeps the seats and gives the bank's reason", () => {
  const problem = describeProblem(errorOf("PAYMENT_DECLINED"));
  expect(problem.what).toBe("Your card was declined: insufficient funds.");
  expect(problem.meaning).toContain("still held");
});

test("no answer at all is a matter of the connection", () => {
  expect(describeProblem(new TypeError("fetch failed")).what).toBe("We could not reach Evently.");
  expect(describeProblem(TRPCClientError.from(new Error("Unexpected end of JSON input"))).action).toContain(
    "try again",
  );
});

test("a failure narrows by its code", () => {
  const error = errorOf("SEATS_UNAVAILABLE");
  expect(findFailureOf(error, "SEATS_UNAVAILABLE")?.details.alternatives).toEqual([["B-1", "B-2"]]);
  expect(findFailureOf(error, "HOLD_EXPIRED")).toBeNull();
  expect(findFailure(new Error("other"))).toBeNull();
});

test("what stands before the API is understood too, though it tells failures as REST does", () => {
  const { text } = catalogue.RATE_LIMITED;
  const responseJSON = { error: text, error_code: "RATE_LIMITED", details: {} };
  const error = TRPCClientError.from(new Error("Unable to transform response from server"), { meta: { responseJSON } });
  expect(findFailure(error)).toEqual(responseJSON);
  expect(describeProblem(error).action).toContain("Wait");
  expect(findFailure(TRPCClientError.from(new Error("not ours"), { meta: { responseJSON: "busy" } }))).toBeNull();
});

test("only silence, a storage that does not answer and too much haste are asked again", () => {
  const again = codes.filter((code) => isWorthRetrying(errorOf(code)));
  expect(again).toEqual(["RATE_LIMITED", "UNAVAILABLE"]);
  expect(isWorthRetrying(new TypeError("fetch failed"))).toBe(true);
});
