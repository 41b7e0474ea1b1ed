import { randomBytes } from "node:crypto";
import { invalid, missing, unexpected } from "./api-error.ts";
import { chargeIntent, confirmIntent } from "./confirm.ts";
import { checkAmount } from "./currencies.ts";
import { emit } from "./events.ts";
import type { Intent } from "./objects.ts";
import {
  checkNames,
  needText,
  pageOf,
  pageParams,
  readFlag,
  readMetadata,
  readText,
  readTexts,
  readWhole,
} from "./params.ts";
import type { Request } from "./request.ts";
import { platform } from "./state.ts";

const createParams = ["amount", "currency", "capture_method", "allowed_payment_method_types", "metadata", "confirm"];

export function createIntent(request: Request): Intent {
  const { state, owner, now, params } = request;
  checkNames(params, [...createParams, "application_fee_amount", "payment_method", "confirmation_token"]);
  const [amount, currency] = [readWhole(params, "amount"), needText(params, "currency")];
  if (amount === null) throw invalid("Missing required param: amount.", { code: "parameter_missing", param: "amount" });
  checkAmount(amount, currency, "amount");
  const id = state.nextId("pi");
  const intent = state.put("intent", owner, {
    ...{
      id,
      object: "payment_intent",
      amount,
      currency,
      created: now,
      livemode: false,
      metadata: readMetadata(params),
    },
    ...{ amount_capturable: 0, amount_received: 0, application_fee_amount: readFee(request, amount, currency) },
    ...{ canceled_at: null, cancellation_reason: null, last_payment_error: null, latest_charge: null },
    capture_method: readText(params, "capture_method") ?? "automatic_async",
    client_secret: `${id}_secret_${randomBytes(12).toString("hex")}`,
    ...{ next_action: null, payment_method: null, status: "requires_payment_method" },
    payment_method_types: readTexts(params, "allowed_payment_method_types") ?? ["card"],
  });
  emit(request, "payment_intent.created", intent);
  return readFlag(params, "confirm") ? confirmIntent(request, intent) : intent;
}

function readFee({ params, owner }: Request, amount: number, currency: string): number | null {
  const fee = readWhole(params, "application_fee_amount");
  if (fee === null) return null;
  checkAmount(fee, currency, "application_fee_amount", 1);
  if (owner === platform || fee > amount) {
    throw invalid("Invalid application fee", { param: "application_fee_amount" });
  }
  return fee;
}

/** A page knows an intent by its client secret alone. */
export function getIntent({ state, owner, ids: [id = ""], params, isFromPage }: Request): Intent {
  checkNames(params, ["client_secret", ...confirmParams]);
  const intent = state.get("intent", owner, id);
  if (!intent) throw missing("payment_intent", id, "id");
  if (isFromPage && readText(params, "client_secret") !== intent.client_secret) {
    throw invalid("The client_secret provided does not match.", { param: "client_secret" });
  }
  return intent;
}

const confirmParams = [
  ...["payment_method", "confirmation_token", "use_stripe_sdk", "return_url"],
  ...["amount_to_capture", "cancellation_reason"],
];

export function confirm(request: Request): Intent {
  return confirmIntent(request, getIntent(request));
}

export function listIntents({ state, owner, params }: Request) {
  checkNames(params, pageParams);
  return pageOf(state.list("intent", owner), params, "/v1/payment_intents");
}

export function captureIntent(request: Request): Intent {
  const intent = getIntent(request);
  if (intent.status !== "requires_capture") throw unexpected(intent, "captured");
  const amount = readWhole(request.params, "amount_to_capture") ?? intent.amount;
  if (amount < 1 || amount > intent.amount_capturable) throw invalid("Invalid amount", { param: "amount_to_capture" });
  return chargeIntent(request, intent, amount);
}

const reasons = ["duplicate", "fraudulent", "requested_by_customer", "abandoned"];

export function cancelIntent(request: Request): Intent {
  const intent = getIntent(request);
  const reason = readText(request.params, "cancellation_reason");
  if (reason !== null && !reasons.includes(reason)) throw invalid("Invalid reason", { param: "cancellation_reason" });
  if (["succeeded", "canceled", "processing"].includes(intent.status)) throw unexpected(intent, "canceled");
  const canceled = request.state.put("intent", request.owner, {
    ...{ ...intent, status: "canceled", canceled_at: request.now, cancellation_reason: reason },
    ...{ amount_capturable: 0, next_action: null },
  });
  emit(request, "payment_intent.canceled", canceled);
  return canceled;
}
