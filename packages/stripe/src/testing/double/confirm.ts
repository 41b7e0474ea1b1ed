import { ApiError, invalid, missing, unexpected } from "./api-error.ts";
import { challengeFailed, type Verdict, verdictOf } from "./cards.ts";
import { emit } from "./events.ts";
import type { Charge, Intent, PaymentError } from "./objects.ts";
import { needText, readText } from "./params.ts";
import type { Request } from "./request.ts";
import { platform } from "./state.ts";

/** Asks the bank: authorized, captured at once where that is the intent's method, challenged, or declined with 402. */
export function confirmIntent(request: Request, intent: Intent): Intent {
  if (!/^requires_(payment_method|confirmation|action)$/.test(intent.status)) throw unexpected(intent, "confirmed");
  checkAccount(request);
  const { payment_method, param } = readMethod(request, intent);
  return apply(request, { ...intent, payment_method }, verdictOf(payment_method, param));
}

/** Settles what a customer answers its bank, or a bank that took its time. */
export function settleIntent(request: Request, intent: Intent, approve: boolean): Intent {
  if (intent.status !== "requires_action" && intent.status !== "processing") throw unexpected(intent, "settled");
  if (approve) return apply(request, intent, { outcome: "authorized" });
  const error = intent.status === "processing" ? { ...challengeFailed, code: "card_declined" } : challengeFailed;
  return decline(request, intent, error);
}

function checkAccount({ state, owner }: Request): void {
  if (owner === platform || state.get("account", platform, owner)?.charges_enabled) return;
  throw invalid("Your account cannot currently make charges.", { code: "account_invalid" });
}

/** A token is used up by the first intent that it confirms, whatever the bank says then. */
function readMethod({ state, params }: Request, intent: Intent): { payment_method: string; param: string } {
  const id = readText(params, "confirmation_token");
  if (id === null) return { payment_method: needText(params, "payment_method"), param: "payment_method" };
  const token = state.get("token", platform, id);
  if (!token) throw missing("confirmation_token", id, "confirmation_token");
  if (token.used_by !== null && token.used_by !== intent.id) {
    throw invalid("This ConfirmationToken has already been used.", { param: "confirmation_token" });
  }
  state.put("token", platform, { ...token, used_by: intent.id });
  return { payment_method: token.payment_method, param: "confirmation_token" };
}

function apply(request: Request, intent: Intent, verdict: Verdict): Intent {
  if (verdict.outcome === "declined") {
    const failed = decline(request, intent, verdict.error);
    throw new ApiError(402, { ...verdict.error, payment_intent: failed }, true);
  }
  const open = { ...intent, last_payment_error: null, next_action: null };
  if (verdict.outcome === "authorized") return authorize(request, open);
  const { outcome } = verdict;
  const waiting = request.state.put("intent", request.owner, {
    ...open,
    status: outcome === "challenged" ? "requires_action" : "processing",
    next_action:
      outcome === "challenged" ? { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect" } } : null,
  });
  emit(request, outcome === "challenged" ? "payment_intent.requires_action" : "payment_intent.processing", waiting);
  return waiting;
}

function decline(request: Request, intent: Intent, error: PaymentError): Intent {
  const failed = request.state.put("intent", request.owner, {
    ...{ ...intent, status: "requires_payment_method", payment_method: null, next_action: null },
    last_payment_error: error,
  });
  emit(request, "payment_intent.payment_failed", failed);
  return failed;
}

function authorize(request: Request, intent: Intent): Intent {
  const { state, owner, now } = request;
  const charge = state.put("charge", owner, {
    ...{ id: state.nextId("ch"), object: "charge", amount: intent.amount, amount_captured: 0, amount_refunded: 0 },
    ...{ application_fee: null, captured: false, created: now, currency: intent.currency, disputed: false },
    ...{ metadata: intent.metadata, payment_intent: intent.id, refunded: false, status: "succeeded" },
  });
  const authorized = state.put("intent", owner, {
    ...{ ...intent, status: "requires_capture", latest_charge: charge.id, amount_capturable: intent.amount },
  });
  if (intent.capture_method !== "manual") return chargeIntent(request, authorized, intent.amount);
  emit(request, "payment_intent.amount_capturable_updated", authorized);
  return authorized;
}

/** Takes the money, and of it what the platform asks for. */
export function chargeIntent(request: Request, intent: Intent, amount: number): Intent {
  const { state, owner } = request;
  const charge = state.get("charge", owner, intent.latest_charge ?? "");
  if (!charge) throw missing("charge", String(intent.latest_charge), "charge");
  const captured = state.put("charge", owner, {
    ...{ ...charge, captured: true, amount_captured: amount },
    application_fee: takeFee(request, charge, intent.application_fee_amount ?? 0),
  });
  const succeeded = state.put("intent", owner, {
    ...{ ...intent, status: "succeeded", amount_capturable: 0, amount_received: amount },
  });
  emit(request, "charge.captured", captured);
  emit(request, "payment_intent.succeeded", succeeded);
  return succeeded;
}

function takeFee({ state, owner, now }: Request, charge: Charge, amount: number): string | null {
  if (amount === 0) return null;
  const fee = state.put("fee", platform, {
    ...{ id: state.nextId("fee"), object: "application_fee", account: owner, amount, amount_refunded: 0 },
    ...{ charge: charge.id, created: now, currency: charge.currency, refunded: false },
  });
  return fee.id;
}
