import * as z from "zod/mini";
import { StoredEventId, StoredHoldingId } from "../ids.ts";
import type { GatewayRecord } from "./gateway.ts";
import { nameRefund } from "./payment.rules.ts";

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
  /** The version before gave everything back, under no name and without an amount. */
  z.object({
    verb: z.literal("refund"),
    payment_id,
    refund_id: z.optional(z.nullable(z.string())),
    amount: z.optional(z.int().check(z.positive())),
  }),
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
      return state === "captured" ? refundPayment(record, intent) : record;
  }
}

/** Once for each name; one without a name is asked for at the gateway itself, each for itself. */
function refundPayment(record: GatewayRecord, intent: Extract<Intent, { verb: "refund" }>): GatewayRecord {
  const { payment_id, refund_id = nameRefund(payment_id, 1), amount = record.amount } = intent;
  if (refund_id !== null && record.refunds.some((refund) => refund.refund_id === refund_id)) return record;
  if (amount > record.amount - record.refunded) return record;
  return { ...record, refunds: [...record.refunds, { refund_id, amount }], refunded: record.refunded + amount };
}

function beginPayment(intent: Intent): GatewayRecord | null {
  const { payment_id, verb } = intent;
  const begun = { payment_id, account: null, gateway_ref: null, refunds: [], refunded: 0, reason: null };
  if (verb === "void")
    return { ...begun, event_id: null, holding_id: null, amount: 0, currency: null, state: "voided" };
  if (verb !== "authorize") return null;
  const { event_id, holding_id, amount, currency, outcome, reason } = intent;
  return { ...begun, event_id, holding_id, amount, currency, state: outcome, reason };
}
