import * as z from "zod/mini";
import { StoredEventId, StoredHoldingId } from "../ids.ts";
import type { GatewayRecord } from "./gateway.ts";

const payment_id = z.string().check(z.minLength(1), z.maxLength(200)).brand("PaymentId");

/** The intent of one call at the test gateway; its place in the ledger decides whether it takes effect. */
export const Intent = z.discriminatedUnion("verb", [
  z.object({
    verb: z.literal("authorize"),
    payment_id,
    event_id: StoredEventId,
    holding_id: StoredHoldingId,
    amount: z.int().check(z.nonnegative()),
    currency: z.string(),
    outcome: z.enum(["authorized", "challenged", "declined"]),
    reason: z.nullable(z.string()),
  }),
  z.object({ verb: z.literal("answer_challenge"), payment_id, approve: z.boolean() }),
  z.object({ verb: z.literal("capture"), payment_id }),
  z.object({ verb: z.literal("void"), payment_id }),
  z.object({ verb: z.literal("refund"), payment_id }),
]);
export type Intent = z.infer<typeof Intent>;

/** The payment after one more intent; the same record if the intent has no effect in its state. */
export function applyIntent(record: GatewayRecord | null, intent: Intent): GatewayRecord | null {
  if (!record) return beginPayment(intent);
  const { state } = record;
  switch (intent.verb) {
    case "authorize":
      return record;
    case "answer_challenge":
      if (state !== "challenged") return record;
      return intent.approve
        ? { ...record, state: "authorized" }
        : { ...record, state: "declined", reason: "challenge_failed" };
    case "capture":
      return state === "authorized" ? { ...record, state: "captured" } : record;
    case "void":
      return state === "authorized" || state === "challenged" ? { ...record, state: "voided" } : record;
    case "refund":
      return state === "captured" && record.refunded === 0 ? { ...record, refunded: record.amount } : record;
  }
}

function beginPayment(intent: Intent): GatewayRecord | null {
  const { payment_id, verb } = intent;
  if (verb === "void") {
    return {
      payment_id,
      event_id: null,
      holding_id: null,
      amount: 0,
      currency: null,
      state: "voided",
      refunded: 0,
      reason: null,
    };
  }
  if (verb !== "authorize") return null;
  const { event_id, holding_id, amount, currency, outcome, reason } = intent;
  return { payment_id, event_id, holding_id, amount, currency, state: outcome, refunded: 0, reason };
}
