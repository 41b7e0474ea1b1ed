import type { HoldingView, PlaceHold } from "@evently/core/hold";
import { answerLimitMs } from "~/trpc/api-pulse";
import type { trpc } from "~/trpc/client";
import { OfflineError, SilentError } from "~/trpc/describe-silence";
import { findFailureOf } from "~/trpc/failure";
import { withIdempotencyKey } from "~/trpc/idempotency-key";
import { sendWithProof } from "~/trpc/proof/send-with-proof";
import { silenceAfter } from "~/trpc/silence-after";
import { NotSentError } from "./describe-hold-failure";

type Visitor = {
  client: Pick<ReturnType<typeof trpc.useUtils>["client"], "session" | "hold">;
  /** Whether this page knows of a session; without, another tab may have started one. */
  hasSession: boolean;
  /** Called once the visitor is a guest. */
  onGuest: () => void;
  /** Called before this browser works for a session. */
  onWork?: () => void;
};

/**
 * Sends a hold, within one limit for all that it takes but a proof of work, after which the limit begins anew: a visitor
 * becomes a guest first, and again where the session is no longer known. Sent again with the same key, it gets the first outcome. Rejects with NotSentError before a hold was sent.
 */
export async function sendHold(visitor: Visitor, request: PlaceHold, key: string): Promise<HoldingView> {
  if (!navigator.onLine) throw new OfflineError();
  const { session, hold } = visitor.client;
  let { signal } = silenceAfter(answerLimitMs);
  const silent = (error: unknown) => (signal.aborted ? new SilentError() : error);
  const notSent = (error: unknown) => Promise.reject(new NotSentError(silent(error)));
  const startGuest = () =>
    sendWithProof((options) => {
      if (options.context) signal = silenceAfter(answerLimitMs).signal;
      return session.startGuest.mutate({}, { ...options, signal });
    }, visitor.onWork)
      .then(visitor.onGuest)
      .catch(notSent);
  const place = () =>
    hold.place
      .mutate(request, { ...withIdempotencyKey(key), signal })
      .catch((error: unknown) => Promise.reject(silent(error)));

  const user = visitor.hasSession || (await session.get.query(undefined, { signal }).catch(notSent));
  if (!user) await startGuest();
  try {
    return await place();
  } catch (error) {
    // Cookies were deleted, or the session has ended: nothing was held.
    if (!findFailureOf(error, "SIGN_IN_REQUIRED")) throw error;
  }
  await startGuest();
  return place();
}
