import { ApiError, invalid } from "./api-error.ts";
import type { Fault } from "./faults.ts";
import { readForm } from "./form.ts";
import { findRoute, type Route } from "./routes.ts";
import { type Owner, platform, type State } from "./state.ts";

export type Call = {
  id: string;
  method: string;
  path: string;
  /** The body of a POST, the query of a GET, as they were sent. */
  form: string;
  authorization: string;
  account: string | null;
  key: string | null;
  version: string | null;
};

/** `first` is the request whose answer was kept, of one that is replayed. */
export type Answer = { status: number; body: unknown; first?: string };

export type Keys = { secretKey: string; publishableKey: string };

type Answering = { state: State; keys: Keys; origin: string };

/** Answers a call of the API and writes down what it did, its answer under its key included. */
export function answer(api: Answering, call: Call, fault: Fault | null): Answer {
  try {
    const [owner, isFromPage] = identify(api, call);
    const route = findRoute(call.method, call.path);
    if (!route) throw invalid(`Unrecognized request URL (${call.method}: ${call.path}).`, {}, 404);
    if (isFromPage && !route.isForPages) throw invalid("This API call cannot be made with a publishable key.", {}, 403);
    if (!call.version) throw invalid("The double wants a Stripe-Version.");
    return withKey(api, call, owner, () => run(api, call, { owner, isFromPage, route, fault }));
  } catch (error) {
    return toAnswer(error);
  } finally {
    api.state.commit();
  }
}

/** Whose the call is, and whether a page sent it. */
function identify({ state, keys }: Answering, { authorization, account }: Call): [Owner, boolean] {
  const key = authorization.replace(/^Bearer /, "");
  if (key !== keys.secretKey && key !== keys.publishableKey) {
    throw invalid(`Invalid API Key provided: ${key.slice(0, 7)}***`, {}, 401);
  }
  if (account !== null && !state.get("account", platform, account)) {
    throw invalid(`The provided key does not have access to account '${account}'`, { code: "account_invalid" }, 403);
  }
  return [account ?? platform, key === keys.publishableKey];
}

type Running = { owner: Owner; isFromPage: boolean; route: Route; fault: Fault | null };

function run({ state, origin }: Answering, call: Call, { owner, isFromPage, route, fault }: Running): Answer {
  if (fault?.kind === "fail") {
    const { status, type, code, isKept } = fault;
    throw new ApiError(status, { type, message: "Something went wrong.", ...(code ? { code } : {}) }, isKept);
  }
  const { ids, handle } = route;
  const request = { id: call.id, idempotency_key: call.key };
  const now = Math.floor(Date.now() / 1000);
  return {
    status: 200,
    body: handle({ state, owner, now, params: readForm(call.form), ids, request, isFromPage, origin }),
  };
}

/**
 * The same call under the same key is answered as it was the first time, even with a failure; another one under it is
 * refused. What never began is not kept: https://docs.stripe.com/api/idempotent_requests
 */
function withKey({ state }: Answering, call: Call, owner: Owner, run: () => Answer): Answer {
  if (call.method !== "POST" || call.key === null) return run();
  const request = `${call.method} ${call.path} ${call.form}`;
  const kept = state.get("key", owner, call.key);
  if (kept && kept.request !== request) {
    const message = "Keys for idempotent requests can only be used with the same parameters they were first used with.";
    throw new ApiError(400, { type: "idempotency_error", message });
  }
  if (kept) return { status: kept.status, body: kept.body, first: kept.by };
  const answered = keepError(run);
  const { status, body, isKept } = answered;
  if (isKept) state.put("key", owner, { id: call.key, by: call.id, request, status, body });
  return answered;
}

function keepError(run: () => Answer): Answer & { isKept: boolean } {
  try {
    return { ...run(), isKept: true };
  } catch (error) {
    return { ...toAnswer(error), isKept: error instanceof ApiError && error.isKept };
  }
}

/** To a call whose key another one holds that has no answer yet. */
export function answerInUse(): Answer {
  const message = "There is currently another in-progress request using this Idempotency-Key.";
  return toAnswer(new ApiError(409, { type: "idempotency_error", code: "idempotency_key_in_use", message }));
}

export function toAnswer(error: unknown): Answer {
  if (!(error instanceof ApiError)) throw error;
  return { status: error.status, body: { error: error.error } };
}
