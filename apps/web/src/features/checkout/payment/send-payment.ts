import type { ConfirmHold } from "@evently/core/hold";
import type { trpc } from "~/trpc/client";
import { findFailureOf, isLimited } from "~/trpc/failure";
import type { FailureOverrides } from "~/trpc/failure-words";
import { withIdempotencyKey } from "~/trpc/idempotency-key";
import type { PaymentEvent } from "./payment-state";
import { readConfirmation, readConfirmError } from "./read-confirmation";

type Client = Pick<ReturnType<typeof trpc.useUtils>["client"], "hold">;

/** What was sent to pay for a hold, with its Idempotency-Key. */
export type SentPayment = { input: ConfirmHold; key: string };

const unknown: PaymentEvent = { type: "unanswered", hasBegun: false };

/** Pays for a hold; a refusal is described in `words` where they name it. */
export function sendPayment(
  client: Client,
  { input, key }: SentPayment,
  words?: FailureOverrides,
): Promise<PaymentEvent> {
  const sent = client.hold.confirm.mutate(input, withIdempotencyKey(key));
  return sent.then(readConfirmation, (error) => readConfirmError(error, words));
}

/**
 * For a payment of which the hold shows nothing: the request is lost, or still on its way. Sent again with its key, it has
 * one outcome all the same. A rate limit says nothing about the request that it repeats.
 */
export function repeatPayment(
  client: Client,
  { input, key }: SentPayment,
  words?: FailureOverrides,
): Promise<PaymentEvent> {
  const repeated = client.hold.confirm.mutate(input, withIdempotencyKey(key));
  return repeated.then(readConfirmation, (error) => (isLimited(error) ? unknown : readConfirmError(error, words)));
}

/** A confirm without a payment starts none: the API answers what the bank knows of the running one. */
export function askPayment(client: Client, { holding_id }: Pick<ConfirmHold, "holding_id">): Promise<PaymentEvent> {
  const asked = client.hold.confirm.mutate({ holding_id });
  return asked.then(readConfirmation, (error) =>
    findFailureOf(error, "INVALID_INPUT") ? unknown : readConfirmError(error),
  );
}
