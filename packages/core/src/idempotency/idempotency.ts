import * as z from "zod/mini";
import type { Failure } from "../errors.ts";

/** What a client calls one attempt of its own, so that the same attempt sent again is known. */
export const IdempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{1,255}$/, "1 to 255 visible characters"));

/** What a request was told: what came of it, or why nothing did. */
export type Answer = { output: unknown } | { failure: Failure };

/**
 * A request's lease of its key. `isSettled` once its answer stands for good, written by the verb itself. `begun` is what an
 * earlier request with the key had decided before it died: the verb goes on from there.
 */
export type IdempotencyLease = { record_id: string; lease: string; isSettled: boolean; begun?: Answer };
