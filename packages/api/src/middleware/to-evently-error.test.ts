import { EventlyError, errorRegistry } from "@evently/core/errors";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { toEventlyError, toTrpcError } from "./to-evently-error.ts";

const inputError = z.safeParse(z.strictObject({ a: z.string() }), { a: 1 }).error;

describe("the error for the caller", () => {
  it("has the status of the error registry over tRPC too", () => {
    for (const [code, { status }] of Object.entries(errorRegistry)) {
      const error = new EventlyError(code as keyof typeof errorRegistry, {} as never);
      expect(getHTTPStatusCodeFromError(toTrpcError(error)), code).toBe(status);
    }
  });

  it("is a domain error, unchanged", () => {
    const failure = new EventlyError("SEATS_UNAVAILABLE", { seats: ["A-1"], alternatives: [] });
    expect(toEventlyError(toTrpcError(failure), "r-1")).toBe(failure);
  });

  it("is INVALID_INPUT for invalid input, and never for invalid output", () => {
    const input = new TRPCError({ code: "BAD_REQUEST", cause: inputError });
    const output = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: inputError });
    expect(toEventlyError(input, "r-1", { a: 1 }).details).toEqual({
      faults: [{ path: "a", message: expect.stringContaining("not a whole number") }],
    });
    expect(toEventlyError(output, "r-1").code).toBe("INTERNAL");
  });

  it.each([
    ["PARSE_ERROR", "MALFORMED_JSON"],
    ["UNSUPPORTED_MEDIA_TYPE", "MALFORMED_JSON"],
    ["NOT_FOUND", "NOT_FOUND"],
    ["METHOD_NOT_SUPPORTED", "NOT_FOUND"],
    ["BAD_REQUEST", "INVALID_INPUT"],
    ["TIMEOUT", "INTERNAL"],
  ] as const)("of tRPC's %s is %s", (code, expected) => {
    expect(toEventlyError(new TRPCError({ code }), "r-1").code).toBe(expected);
  });

  it("of anything unknown has the request's id and no cause", () => {
    const unknown = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Error("password is hunter2") });
    const failure = toEventlyError(unknown, "r-1").toFailure();
    expect(failure).toEqual({
      error: "Something went wrong on our side.",
      error_code: "INTERNAL",
      details: { request_id: "r-1" },
    });
  });
});
