import { EventlyError } from "@evently/core/errors";
import type { $ZodType } from "zod/v4/core";
import type { RestRoute } from "./rest-route.ts";
import { shapeOf } from "./shape-of.ts";

/** Request header: the revision that a change is made from, in quotes, instead of the field `revision`. */
export const revisionHeader = "If-Match";

/** Whether a route's revision may come in If-Match: it changes or deletes what has one. */
export function takesIfMatch({ method }: Pick<RestRoute, "method">, input: $ZodType | null): boolean {
  return (method === "PATCH" || method === "DELETE") && "revision" in shapeOf(input);
}

/**
 * The input with the revision that If-Match names. Throws INVALID_INPUT if that is no revision in quotes, if the input
 * has another one, and if the route has none: a condition that nobody checks must not look met.
 */
export function addRevision<I extends Record<string, unknown>>(input: I, headers: Headers, isTaken: boolean): I {
  const shown = headers.get(revisionHeader);
  if (shown === null) return input;
  if (!isTaken) throw refuse("not here: this route has no revision");
  const [, digits] = /^"(0|[1-9]\d{0,14})"$/.exec(shown) ?? [];
  if (digits === undefined) throw refuse('a revision in quotes such as "5"');
  if (!Object.hasOwn(input, "revision")) return { ...input, revision: Number(digits) };
  if (String(input.revision) !== digits) throw refuse("the same as the field revision, or only one of them");
  return input;
}

function refuse(message: string): EventlyError {
  return new EventlyError("INVALID_INPUT", { faults: [{ path: revisionHeader, message }] });
}
