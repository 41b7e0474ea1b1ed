import { EventlyError, type Status } from "@evently/core/errors";
import { TRPCError } from "@trpc/server";
import { $ZodError } from "zod/v4/core";
import { toFaults } from "./describe-issue.ts";

const codes = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
} as const satisfies Record<Status, TRPCError["code"]>;

export function toTrpcError(error: EventlyError): TRPCError {
  return new TRPCError({ code: codes[error.status], message: error.message, cause: error });
}

/**
 * The error returned to the caller for anything thrown: a domain error as it is, invalid input, a body that is not
 * JSON, an unknown path; anything else is INTERNAL, with the request's id and no cause.
 */
export function toEventlyError(error: TRPCError, request_id: string, input?: unknown): EventlyError {
  const { cause, code } = error;
  if (cause instanceof EventlyError) return cause;
  if (code === "BAD_REQUEST" && cause instanceof $ZodError) {
    return new EventlyError("INVALID_INPUT", { faults: toFaults(cause.issues, input) });
  }
  if (code === "PARSE_ERROR" || code === "UNSUPPORTED_MEDIA_TYPE" || cause instanceof SyntaxError) {
    return new EventlyError("MALFORMED_JSON", {});
  }
  if (code === "NOT_FOUND" || code === "METHOD_NOT_SUPPORTED") return new EventlyError("NOT_FOUND", {});
  if (code === "BAD_REQUEST") {
    return new EventlyError("INVALID_INPUT", { faults: [{ path: "", message: error.message }] });
  }
  return new EventlyError("INTERNAL", { request_id }, undefined, { cause: error });
}
