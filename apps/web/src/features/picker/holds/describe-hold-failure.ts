import { describeFailure } from "~/trpc/describe-failure";
import { OfflineError } from "~/trpc/describe-silence";
import { findFailure } from "~/trpc/failure";

/** Whether a failed request may have held the seats all the same: it was sent, and no answer says what became of it. */
export function mayBeHeld(error: unknown): boolean {
  const code = findFailure(error)?.error_code;
  if (code === undefined) return !(error instanceof OfflineError);
  return code === "UNAVAILABLE" || code === "INTERNAL";
}

/** Why the selection is not held, as far as it is known. */
export function describePlaceFailure(error: unknown): string {
  return `${describeFailure(error).headline} Your seats are not held, but they’re still selected.`;
}

/** For a request to hold the selection that got no answer, or none that says what became of it. */
export function describeUnknownHold(error: unknown): string {
  const { headline } = describeFailure(error);
  return `${headline} As far as we know, your seats are not held. They’re still selected: try again. If the hold went through after all, it shows up here by itself.`;
}

/** For a change to seats that are held, and stay so. */
export function describeHeldFailure(error: unknown): string {
  return `${describeFailure(error).headline} Your seats stay held for the time shown.`;
}
