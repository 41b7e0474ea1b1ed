import { describeFailure } from "~/trpc/describe-failure";
import { isOutcomeOpen } from "~/trpc/failure";

/** Something failed before a hold was sent; what, is the cause. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
  constructor(cause: unknown) {
    super("The hold was not sent", { cause });
  }
}

/** Whether a failed request may have held the seats all the same. */
export const mayBeHeld = (error: unknown): boolean => !(error instanceof NotSentError) && isOutcomeOpen(error);

const headlineOf = (error: unknown) => describeFailure(error instanceof NotSentError ? error.cause : error).headline;

/** Why the selection is not held. */
export function describePlaceFailure(error: unknown): string {
  return `${headlineOf(error)} Your seats are not held, but they’re still selected.`;
}

/** For a request to hold the selection that got no answer, or none that says what became of it. */
export function describeUnknownHold(error: unknown): string {
  return `${headlineOf(error)} As far as we know, your seats are not held; they’re still selected. Check again to find out: they are never held twice.`;
}

/** For a change to seats that are held, and stay so. */
export function describeHeldFailure(error: unknown): string {
  return `${headlineOf(error)} Your seats stay held for the time shown.`;
}
