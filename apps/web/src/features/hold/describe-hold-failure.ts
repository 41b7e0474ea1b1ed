import { describeSilence } from "~/trpc/describe-silence";
import { findFailure, isOutcomeOpen } from "~/trpc/failure";

/** Something failed before a hold was sent; what, is the cause. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
  constructor(cause: unknown) {
    super("The hold was not sent", { cause });
  }
}

/** Whether a failed request may have held the seats all the same. */
export const mayBeHeld = (error: unknown): boolean => !(error instanceof NotSentError) && isOutcomeOpen(error);

/** The table of failures loads with the first one that the API answers; where it does not, the API's own sentence stands. */
async function headlineOf(error: unknown): Promise<string> {
  const cause = error instanceof NotSentError ? error.cause : error;
  const failure = findFailure(cause);
  if (failure === null) return describeSilence(cause).headline;
  const table = await import("~/trpc/describe-failure").catch(() => null);
  return table ? table.describeAnswered(failure).headline : failure.error;
}

/** Why the selection is not held. */
export async function describePlaceFailure(error: unknown): Promise<string> {
  return `${await headlineOf(error)} Your seats are not held, but they’re still selected.`;
}

/** For a request to hold the selection that got no answer, or none that says what became of it. */
export async function describeUnknownHold(error: unknown): Promise<string> {
  return `${await headlineOf(error)} As far as we know, your seats are not held; they’re still selected. Check again to find out: they are never held twice.`;
}

/** For a change to seats that are held, and stay so. */
export async function describeHeldFailure(error: unknown): Promise<string> {
  return `${await headlineOf(error)} Your seats stay held for the time shown.`;
}
