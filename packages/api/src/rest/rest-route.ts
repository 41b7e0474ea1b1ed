import type { ErrorCode } from "@evently/core/errors";
import type { $ZodType } from "zod/v4/core";

/**
 * How a procedure is reached over REST: `{name}` in the path is a field of its input. `pending` is the status of a
 * response that requires an action; `errors` are the codes that this route adds to those every route has.
 */
export type RestRoute = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  /** One line of the API's documentation. */
  summary: string;
  status?: 200 | 201 | 202 | 204;
  pending?: 202;
  /** The response's schema where the procedure has no output schema: a list too long to be parsed once more. */
  returns?: $ZodType;
  /** For how many seconds any cache may keep the response to an anonymous request; absent: never. */
  cacheSeconds?: number;
  errors: readonly ErrorCode[];
};
