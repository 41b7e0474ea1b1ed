import type { ErrorCode } from "@evently/core/errors";
import { describeSilence, type Explanation } from "~/trpc/describe-silence";
import { findFailure, isOutcomeOpen } from "~/trpc/failure";
import type { FailureOverrides } from "~/trpc/failure-words";

/** Something failed before a hold was sent; what, is the cause. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
  constructor(cause: unknown) {
    super("The hold was not sent", { cause });
  }
}

/** Whether a failed request may have held the seats all the same. */
export const mayBeHeld = (error: unknown): boolean => !(error instanceof NotSentError) && isOutcomeOpen(error);

const overrides: FailureOverrides = {
  NETWORK_LIMIT: { headline: "Many seats of this event are on hold from your network right now." },
};

/** These go by themselves, and the table says when. */
const passing = new Set<ErrorCode>(["NETWORK_LIMIT", "PROOF_REQUIRED"]);

const causeOf = (error: unknown): unknown => (error instanceof NotSentError ? error.cause : error);

/** The table of failures loads with the first one that the API answers; where it does not, the API's own sentence stands. */
async function explain(error: unknown): Promise<Pick<Explanation, "headline"> & Partial<Explanation>> {
  const failure = findFailure(causeOf(error));
  if (failure === null) return describeSilence(causeOf(error));
  const table = await import("~/trpc/describe-failure").catch(() => null);
  return table ? table.describeAnswered(failure, overrides) : { headline: failure.error };
}

async function headlineOf(error: unknown): Promise<string> {
  return (await explain(error)).headline;
}

/** Why the selection is not held, and until when that lasts where it is known. */
export async function describePlaceFailure(error: unknown): Promise<string> {
  const { headline, action } = await explain(error);
  const code = findFailure(causeOf(error))?.error_code;
  const until = code && passing.has(code) && action ? ` ${action}` : "";
  return `${headline} Your seats are not held, but they’re still selected.${until}`;
}

/** For a request to hold the selection that got no answer, or none that says what became of it. */
export async function describeUnknownHold(error: unknown): Promise<string> {
  return `${await headlineOf(error)} As far as we know, your seats are not held; they’re still selected. Check again to find out: they are never held twice.`;
}

/** For a change to seats that are held, and stay so. */
export async function describeHeldFailure(error: unknown): Promise<string> {
  return `${await headlineOf(error)} Your seats stay held for the time shown.`;
}
