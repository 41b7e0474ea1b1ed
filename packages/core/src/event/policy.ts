import * as z from "zod/mini";
import { Instant } from "../time.ts";
import { longestNotice } from "./limits.rules.ts";

/** Until how many hours before the start a buyer may cancel, and what part of the price comes back. */
export const CancellationPolicy = z.strictObject({
  hours_before: z.int().check(z.gte(0), z.lte(longestNotice)),
  percent: z.int().check(z.gte(0), z.lte(100)),
});
export type CancellationPolicy = z.infer<typeof CancellationPolicy>;

/** What buyers may do who were told nothing else: cancel until the event begins. */
export const usualPolicy: CancellationPolicy = { hours_before: 0, percent: 100 };

/** Where a seller's terms are, and since when they are there. */
export const SellerTerms = z.object({ url: z.string(), version: Instant });
export type SellerTerms = z.infer<typeof SellerTerms>;

/** What a buyer agrees to, as it was when the seats were held. Holds and bookings of the version before state none. */
export const Terms = z.object({
  /** When the event was to begin. */
  start_time: z._default(z.nullable(Instant), null),
  cancellation_policy: z._default(z.nullable(CancellationPolicy), usualPolicy),
  /** The seller's; null where there were none. Whoever pays accepts them. */
  terms: z._default(z.nullable(SellerTerms), null),
});
export type Terms = z.infer<typeof Terms>;
