import type { ErrorCode } from "@evently/core/errors";
import type { $ZodType } from "zod/v4/core";

/**
 * How a procedure is exposed over REST: `{name}` in the path is a field of its input. `pending` is the status of a
 * response that requires an action; `errors` are the codes specific to this route.
 */
export type RestRoute = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  /** One line for the API documentation. */
  summary: string;
  /** Its input comes as a body although it is a DELETE: a list that no query holds. */
  inBody?: true;
  status?: 200 | 201 | 202 | 204;
  pending?: 202;
  /** The response's schema if the procedure has no output schema because its list is too long to validate again. */
  returns?: $ZodType;
  /** The response's media type if it is no JSON of an object: the procedure answers a `TextFile`, sent as it is written, or a `BinaryFile`. */
  mediaType?: "text/csv" | "text/calendar" | "application/json" | "application/pdf";
  /** How many seconds any cache may store the response to an anonymous request; never if absent. */
  cacheSeconds?: number;
  /** The query field that asks for the caller's own instead: such an answer is never cached. */
  ownBy?: string;
  errors: readonly ErrorCode[];
};

/** Whether the input comes as a body, rather than in the query. */
export const takesBody = ({ method, inBody }: Pick<RestRoute, "method" | "inBody">): boolean =>
  method === "POST" || method === "PATCH" || inBody === true;

/** Whether the input asks for the caller's own. */
export const isOwn = ({ ownBy }: RestRoute, input: Record<string, unknown>): boolean =>
  ownBy !== undefined && input[ownBy] !== undefined;

/** Whether a request changes nothing. */
export const isRead = (method: string): boolean => method === "GET" || method === "HEAD";
