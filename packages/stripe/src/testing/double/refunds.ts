import { ApiError, missing } from "./api-error.ts";
import { emit } from "./events.ts";
import type { Charge, Dispute, Refund } from "./objects.ts";
import { checkNames, needText, pageOf, pageParams, readFlag, readMetadata, readText, readWhole } from "./params.ts";
import type { Request } from "./request.ts";
import { platform } from "./state.ts";

export function createRefund(request: Request): Refund {
  const { state, owner, now, params } = request;
  checkNames(params, ["payment_intent", "amount", "metadata", "refund_application_fee", "reason"]);
  const charge = chargeOf(request, needText(params, "payment_intent"));
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = readWhole(params, "amount") ?? left;
  if (left === 0) throw refused("The charge has already been refunded.", "charge_already_refunded");
  if (amount < 1 || amount > left) throw refused("Refund amount is greater than the unrefunded amount of the charge.");
  if (readFlag(params, "refund_application_fee")) giveFeeBack(request, charge, amount);
  const refund = state.put("refund", owner, {
    ...{ id: state.nextId("re"), object: "refund", amount, charge: charge.id, created: now, currency: charge.currency },
    ...{ metadata: readMetadata(params), payment_intent: charge.payment_intent, status: "succeeded" },
  });
  const amount_refunded = charge.amount_refunded + amount;
  const refunded = amount_refunded === charge.amount_captured;
  emit(request, "refund.created", refund);
  emit(request, "charge.refunded", state.put("charge", owner, { ...charge, amount_refunded, refunded }));
  return refund;
}

/** As when the bank of the card could not take the money: it is at the seller's again. */
export function failRefund(request: Request, id: string): Refund {
  const { state, owner } = request;
  const refund = state.get("refund", owner, id);
  const charge = refund && state.get("charge", owner, refund.charge);
  if (!refund || !charge) throw missing("refund", id, "id");
  const amount_refunded = charge.amount_refunded - refund.amount;
  state.put("charge", owner, { ...charge, amount_refunded, refunded: false });
  const failed = state.put("refund", owner, { ...refund, status: "failed", failure_reason: "lost_or_stolen_card" });
  emit(request, "refund.failed", failed);
  return failed;
}

function chargeOf({ state, owner }: Request, id: string): Charge {
  const intent = state.get("intent", owner, id);
  if (!intent) throw missing("payment_intent", id, "payment_intent");
  const charge = intent.status === "succeeded" ? state.get("charge", owner, intent.latest_charge ?? "") : null;
  if (!charge) throw refused("This PaymentIntent does not have a successful charge to refund.");
  return charge;
}

function refused(message: string, code?: string): ApiError {
  return new ApiError(400, { type: "invalid_request_error", message, ...(code ? { code } : {}) }, true);
}

/** In proportion to what is refunded. */
function giveFeeBack({ state }: Request, charge: Charge, amount: number): void {
  const fee = charge.application_fee === null ? null : state.get("fee", platform, charge.application_fee);
  if (!fee) throw refused("The charge has no application fee.");
  const given = Math.round((fee.amount * (charge.amount_refunded + amount)) / charge.amount_captured);
  state.put("fee", platform, { ...fee, amount_refunded: given, refunded: given === fee.amount });
}

export function listRefunds({ state, owner, params }: Request) {
  checkNames(params, [...pageParams, "payment_intent"]);
  const payment_intent = readText(params, "payment_intent");
  const refunds = state.list("refund", owner);
  const own = refunds.filter((refund) => payment_intent === null || refund.payment_intent === payment_intent);
  return pageOf(own, params, "/v1/refunds");
}

export function listFees({ state, params }: Request) {
  checkNames(params, pageParams);
  return pageOf(state.list("fee", platform), params, "/v1/application_fees");
}

const daysToAnswer = 7;

/** A customer's bank takes the money back; what becomes of it is its word. */
export function openDispute(request: Request, payment_intent: string, reason: string): Dispute {
  const { state, owner, now } = request;
  const charge = chargeOf(request, payment_intent);
  const { id, amount_captured: amount, currency } = charge;
  state.put("charge", owner, { ...charge, disputed: true });
  const dispute = state.put("dispute", owner, {
    ...{ id: state.nextId("du"), object: "dispute", amount, charge: id, created: now, currency, metadata: {} },
    ...{ payment_intent, reason, status: "needs_response" },
    evidence_details: {
      due_by: now + daysToAnswer * 86_400,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
  });
  emit(request, "charge.dispute.created", dispute);
  return dispute;
}

/** The seller has answered, and the bank reads it. */
export function answerDispute(request: Request, id: string): Dispute {
  const dispute = getDispute({ ...request, ids: [id] });
  const evidence_details = { ...dispute.evidence_details, has_evidence: true, submission_count: 1 };
  const answered = { ...dispute, status: "under_review" as const, evidence_details };
  emit(request, "charge.dispute.updated", request.state.put("dispute", request.owner, answered));
  return answered;
}

export function closeDispute(request: Request, id: string, status: "won" | "lost"): Dispute {
  const dispute = getDispute({ ...request, ids: [id] });
  const closed = request.state.put("dispute", request.owner, { ...dispute, status });
  emit(request, "charge.dispute.closed", closed);
  return closed;
}

export function getDispute({ state, owner, ids: [id = ""] }: Request): Dispute {
  const dispute = state.get("dispute", owner, id);
  if (!dispute) throw missing("dispute", id, "id");
  return dispute;
}

export function listDisputes({ state, owner, params }: Request) {
  checkNames(params, [...pageParams, "payment_intent"]);
  const payment_intent = readText(params, "payment_intent");
  const disputes = state.list("dispute", owner);
  const own = disputes.filter((dispute) => payment_intent === null || dispute.payment_intent === payment_intent);
  return pageOf(own, params, "/v1/disputes");
}

export function getRefund({ state, owner, ids: [id = ""] }: Request): Refund {
  const refund = state.get("refund", owner, id);
  if (!refund) throw missing("refund", id, "id");
  return refund;
}
