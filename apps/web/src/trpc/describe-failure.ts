import type { Failure } from "@evently/core/errors";
import { describeSilence, type Explanation } from "./describe-silence";
import { otherFailure } from "./door-failure-words";
import { findFailure } from "./failure";
import { type FailureOverrides, failureWords } from "./failure-words";

/** Any error of a query or a mutation in sentences, by its code; `overrides` where a page says more than the table. */
export function describeFailure(error: unknown, overrides: FailureOverrides = {}): Explanation {
  const failure = findFailure(error);
  return failure === null ? describeSilence(error, overrides) : describeAnswered(failure, overrides);
}

/** A failure that the API answered, by its code. */
export function describeAnswered(failure: Failure, overrides: FailureOverrides = {}): Explanation {
  const fill = <W extends object>(words: W | ((known: never) => W) | undefined) =>
    typeof words === "function" ? (words as (known: typeof failure) => W)(failure) : words;
  const code = failure.error_code;
  return { ...otherFailure, headline: failure.error, ...fill(failureWords[code]), ...fill(overrides[code]) };
}
