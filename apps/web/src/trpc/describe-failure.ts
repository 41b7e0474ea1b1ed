import { findFailure, OfflineError } from "./failure";
import { type Explanation, type FailureOverrides, failureWords, otherFailure } from "./failure-words";

/** Any error of a query or a mutation in sentences, by its code; `overrides` where a page says more than the table. */
export function describeFailure(error: unknown, overrides: FailureOverrides = {}): Explanation {
  const failure = findFailure(error);
  if (failure === null) {
    const silence = isOffline(error) ? "OFFLINE" : "UNREACHABLE";
    return { ...failureWords[silence], ...overrides[silence] };
  }
  const fill = <W extends object>(words: W | ((known: never) => W) | undefined) =>
    typeof words === "function" ? (words as (known: typeof failure) => W)(failure) : words;
  const code = failure.error_code;
  return { ...otherFailure, headline: failure.error, ...fill(failureWords[code]), ...fill(overrides[code]) };
}

const isOffline = (error: unknown): boolean => error instanceof OfflineError || globalThis.navigator?.onLine === false;
