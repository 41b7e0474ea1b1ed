"use client";

import type { ConfirmHold } from "@evently/core/hold";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { trpc } from "~/trpc/client";
import type { FailureOverrides } from "~/trpc/failure-words";
import { newDraftId } from "~/trpc/idempotency-key";
import type { LiveHold } from "../hold/use-hold";
import { openPayment, type PaymentState, stepPayment } from "./payment-state";
import { askPayment, repeatPayment, type SentPayment, sendPayment } from "./send-payment";
import { usePolling } from "./use-polling";
import { usePress } from "./use-press";

/** Every so many polls the API is asked to fetch the outcome from the bank itself. */
const pollsPerConfirm = 4;

const outcomePolls = { intervalMs: 1_500, timeoutMs: 60_000 };
/** For as long as a bank may wait for its customer, and a while more. */
const challengePolls = { intervalMs: 5_000, timeoutMs: 900_000 };

/** Pays for a hold at most once, however often the button is pressed, and finds out the outcome where no answer comes; `words` are the page's own for refusals. */
export function usePayment({ hold, refetch }: LiveHold, words?: FailureOverrides) {
  const { client } = trpc.useUtils();
  const [state, send] = useReducer(stepPayment, hold, openPayment);
  const sent = useRef<SentPayment | null>(null);
  const firstDelay = useRef(0);
  const { holding_id } = hold;
  useEffect(() => send({ type: "hold_read", hold }), [hold]);

  /** `payment` is null for seats that are free of charge. */
  async function start(payment: ConfirmHold["payment"] | null): Promise<void> {
    send({ type: "submitted" });
    const input = { holding_id, ...(payment ? { payment } : {}) };
    sent.current = { input, key: newDraftId() };
    const event = await sendPayment(client, sent.current, words);
    firstDelay.current = event.type === "unanswered" ? 1_000 : 0;
    send(event);
    if (event.type === "refused") void refetch();
  }

  const onTimeout = () => send({ type: "poll_timeout" });
  usePolling({
    active: state.at === "checking",
    ...outcomePolls,
    firstDelay: () => firstDelay.current,
    poll: async (turn) => {
      const current = await refetch();
      const isLost = current?.state === "active" && state.at === "checking" && !state.hasBegun;
      if (current?.state === "paying" && turn % pollsPerConfirm === 0) send(await askPayment(client, { holding_id }));
      // Whoever paid too late is told which seats are as good.
      if (current?.state === "released") send(await askPayment(client, { holding_id }));
      if (isLost && sent.current) send(await repeatPayment(client, sent.current, words));
    },
    onTimeout,
  });

  const endChallenge = useCallback(() => {
    firstDelay.current = 0;
    send({ type: "challenge_over" });
  }, []);
  useChallengePolling({ state, refetch, onOver: endChallenge, onTimeout });

  return {
    state,
    ...usePress(state.at === "ready", send, start),
    endChallenge,
    retry: () => send({ type: "retried" }),
    endTime: () => send({ type: "time_up" }),
    callOff: useCallback(() => send({ type: "called_off" }), []),
  };
}

type ChallengePolling = {
  state: PaymentState;
  refetch: LiveHold["refetch"];
  onOver: () => void;
  onTimeout: () => void;
};

/** The window that Stripe opens for the bank says nothing of a hold that ends behind it, or that another tab pays for. */
function useChallengePolling({ state, refetch, onOver, onTimeout }: ChallengePolling): void {
  usePolling({
    active: state.at === "challenged" && state.action.type === "stripe",
    ...challengePolls,
    firstDelay: () => challengePolls.intervalMs,
    poll: async () => {
      const current = await refetch();
      if (current !== null && current.state !== "paying") onOver();
    },
    onTimeout,
  });
}
