import { describe, expect, it } from "vitest";
import { EventlyError, isFailure } from "../errors.ts";
import { sends, toUnavailable } from "./ambiguous-send.ts";

const sent = (name: string, httpStatusCode?: number, attempts?: number): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode, attempts } });

describe("an error without a definite result", () => {
  it.each([
    ["TimeoutError", undefined],
    ["Error", undefined],
    ["InternalServerError", 500],
    ["ServiceUnavailable", 503],
    ["ThrottlingException", 400],
    ["ProvisionedThroughputExceededException", 400],
    ["RequestLimitExceeded", 400],
    ["TransactionConflictException", 400],
    ["TransactionInProgressException", 400],
  ])("%s with status %s becomes UNAVAILABLE and keeps its cause", (name, status) => {
    const error = sent(name, status);
    const told = toUnavailable(error);
    expect(isFailure(told, "UNAVAILABLE")).toBe(true);
    expect((told as EventlyError).cause).toBe(error);
  });

  it.each([
    ["ConditionalCheckFailedException", 400],
    ["TransactionCanceledException", 400],
    ["ValidationException", 400],
    ["IdempotentParameterMismatchException", 400],
    ["ResourceNotFoundException", 400],
    ["AccessDeniedException", 403],
    // The engine's word, even where a local engine leaves the status out.
    ["ConditionalCheckFailedException", undefined],
  ])("%s with status %s is a definite result and stays as it is", (name, status) => {
    const error = sent(name, status);
    expect(toUnavailable(error)).toBe(error);
  });

  it("that is already one of ours is not wrapped again", () => {
    const failure = new EventlyError("SALE_CLOSED", { sales_start: null, sales_end: null });
    expect(toUnavailable(failure)).toBe(failure);
  });
});

describe("how often a request was sent", () => {
  it("is the SDK's count, or once by default", () => {
    expect(sends(sent("TimeoutError", undefined, 4))).toBe(4);
    expect(sends(sent("TimeoutError"))).toBe(1);
    expect(sends(new Error("bare"))).toBe(1);
  });
});
