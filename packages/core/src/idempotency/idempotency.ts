import * as z from "zod/mini";
import type { Failure } from "../errors.ts";

/** A client's own name for a request, by which the request is known when it is sent again. */
export const IdempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{1,255}$/, "1 to 255 visible characters"));

/** What a request was answered, as its record keeps it. */
export type IdempotentResponse = { output: unknown } | { failure: Failure };

/**
 * A request's lease of its key, handed on to the verb that decides. `isSettled` once the verb itself has stored the final
 * response. `begun` is what an earlier request with the key had decided before it died: the verb goes on from there.
 */
export type IdempotencyLease = {
  record_id: string;
  lease_id: string;
  isSettled: boolean;
  begun?: IdempotentResponse;
};
