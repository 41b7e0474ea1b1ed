import * as z from "zod/mini";
import type { Failure } from "../errors.ts";

/** The client's name for a request, which identifies its retries. */
export const IdempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{1,255}$/, "1 to 255 visible characters"));

/**
 * A response as stored in its idempotency record. `again` stands for one that names people: the request is carried out once more, which
 * changes nothing and has the same result, so that nobody's name is kept beside what is deleted with them.
 */
export type IdempotentResponse = { output: unknown } | { failure: Failure } | { again: true };

/**
 * A request's lease of its key, passed to the domain function that decides. `isSettled` once that function has stored
 * the final response. `begun` is the decision of an earlier request with the same key that died, or whose answer is not
 * stored: resume from there, or answer what is so by now.
 */
export type IdempotencyLease = {
  record_id: string;
  lease_id: string;
  isSettled: boolean;
  begun?: IdempotentResponse;
};
