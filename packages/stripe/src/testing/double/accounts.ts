import { invalid, missing } from "./api-error.ts";
import { emit } from "./events.ts";
import type { SellerAccount, Token } from "./objects.ts";
import { checkNames, needText, pageOf, pageParams, readMetadata, readText } from "./params.ts";
import type { Request } from "./request.ts";
import { platform } from "./state.ts";

const open = ["external_account", "individual.first_name", "tos_acceptance.date"];

/** A seller's account, which can't charge anybody before its owner has been through Stripe's own pages. */
export function createAccount(request: Request): SellerAccount {
  const { state, now, params } = request;
  const known = ["type", "controller", "country", "email", "metadata", "business_profile", "business_type"];
  checkNames(params, [...known, "capabilities", "default_currency"]);
  return state.put("account", platform, {
    ...{ id: state.nextId("acct"), object: "account", country: readText(params, "country") ?? "US", created: now },
    ...{ email: readText(params, "email"), metadata: readMetadata(params) },
    ...{ charges_enabled: false, details_submitted: false, payouts_enabled: false },
    requirements: { currently_due: open, past_due: [], disabled_reason: "requirements.past_due" },
  });
}

export function getAccount({ state, ids: [id = ""] }: Request): SellerAccount {
  const account = state.get("account", platform, id);
  if (!account) throw missing("account", id, "id");
  return account;
}

export function listAccounts({ state, params }: Request) {
  checkNames(params, pageParams);
  return pageOf(state.list("account", platform), params, "/v1/accounts");
}

/** The page where the owner fills in the rest: whoever opens it has done so, and is sent back. */
export function createAccountLink({ state, params, now, origin }: Request) {
  checkNames(params, ["account", "refresh_url", "return_url", "type", "collection_options"]);
  const account = needText(params, "account");
  if (!state.get("account", platform, account)) throw missing("account", account, "account");
  if (needText(params, "type") !== "account_onboarding") throw invalid("Invalid type", { param: "type" });
  const to = new URLSearchParams({ account, return_url: needText(params, "return_url") });
  needText(params, "refresh_url");
  return { object: "account_link", created: now, expires_at: now + 300, url: `${origin}/_double/onboard?${to}` };
}

/** Stripe's word on what an account may do. */
export function changeAccount(request: Request, id: string, isEnabled: boolean): SellerAccount {
  const account = getAccount({ ...request, ids: [id] });
  const changed = request.state.put("account", platform, {
    ...{ ...account, charges_enabled: isEnabled, payouts_enabled: isEnabled },
    details_submitted: account.details_submitted || isEnabled,
    requirements: isEnabled
      ? { currently_due: [], past_due: [], disabled_reason: null }
      : { currently_due: open, past_due: open, disabled_reason: "requirements.past_due" },
  });
  emit({ ...request, owner: id }, "account.updated", changed);
  return changed;
}

/** As the page makes one of a card; in Stripe's test mode a test can do that itself. */
export function createToken({ state, params }: Request): Token {
  checkNames(params, ["payment_method", "return_url"]);
  const payment_method = needText(params, "payment_method");
  return state.put("token", platform, {
    ...{ id: state.nextId("ctoken"), object: "confirmation_token", payment_method, used_by: null },
  });
}
