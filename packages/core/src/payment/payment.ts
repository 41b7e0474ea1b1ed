import * as z from "zod/mini";
import { StoredBookingId, StoredEventId, StoredHoldingId, StoredPaymentId } from "../ids.ts";
import { Instant } from "../time.ts";

/**
 * `none`: nothing to pay. `voiding` and `refunding` are decided in the table and still to be done at the gateway: the
 * table always decides first and the money follows.
 */
export const PaymentStatus = z.enum([
  "none",
  "started",
  "authorized",
  "captured",
  "declined",
  "voiding",
  "voided",
  "refunding",
  "refunded",
]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** One attempt to pay for one holding. Its id is the idempotency key at the gateway; `amount` in the minor unit. */
export const Payment = z.object({
  payment_id: StoredPaymentId,
  holding_id: StoredHoldingId,
  booking_id: z.nullable(StoredBookingId),
  event_id: StoredEventId,
  attempt: z.int(),
  amount: z.int(),
  currency: z.string(),
  gateway: z.string(),
  state: PaymentStatus,
  log: z.array(z.object({ at: Instant, state: PaymentStatus })),
});
export type Payment = z.infer<typeof Payment>;
