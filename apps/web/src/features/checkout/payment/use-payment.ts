"use client";

import type { ConfirmHold } from "@evently/core/hold";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { trpc } from "~/trpc/client";
import { describeSilence, OfflineError } from "~/trpc/describe-silence";
import { newDraftId } from "~/trpc/idempotency-key";
import type { LiveHold } from "../hold/use-hold";
import { openPayment, stepPayment } from "./payment-state";
import { askPayment, repeatPayment, type SentPayment, sendPayment } from "./send-payment";
import { usePolling } from "./use-polling";

/** Every so many polls the API is asked to fetch the outcome from the bank itself. */
const pollsPerConfirm = 4;

const notSent = {
  OFFLINE: {
    headline: "You are offline, so the payment was not sent.",
    meaning: "Nothing was charged. Your seats stay held until the time runs out.",
    action: "Pay once you are back online.",
  },
};

/** Pays for a hold at most once, however often the button is pressed, and finds out the outcome where no answer comes. */
export function usePayment({ hold, refetch }: LiveHold) {
  const { client } = trpc.useUtils();
  const [state, send] = useReducer(stepPayment, hold, openPayment);
  const sending = useRef(false);
  const sent = useRef<SentPayment | null>(null);
  const firstDelay = useRef(0);
  const { holding_id } = hold;

  useEffect(() => send({ type: "hold_read", hold }), [hold]);

  /** `payment` is null for seats that are free of charge. */
  async function pay(payment: ConfirmHold["payment"] | null): Promise<void> {
    if (sending.current || state.at !== "ready") return;
    sending.current = true;
    send({ type: "submitted" });
    if (!navigator.onLine) {
      sending.current = false;
      return send({ type: "refused", failure: describeSilence(new OfflineError(), notSent) });
    }
    const input = { holding_id, ...(payment ? { payment } : {}) };
    sent.current = { input, key: newDraftId() };
    const event = await sendPayment(client, sent.current);
    firstDelay.current = event.type === "unanswered" ? 1_000 : 0;
    send(event);
    sending.current = false;
    if (event.type === "refused") await refetch();
  }

  usePolling({
    active: state.at === "checking",
    firstDelay: () => firstDelay.current,
    poll: async (turn) => {
      const current = await refetch();
      const isLost = current?.state === "active" && state.at === "checking" && !state.hasBegun;
      if (current?.state === "paying" && turn % pollsPerConfirm === 0) send(await askPayment(client, { holding_id }));
      // Whoever paid too late is told which seats are as good.
      if (current?.state === "released") send(await askPayment(client, { holding_id }));
      if (isLost && sent.current) send(await repeatPayment(client, sent.current));
    },
    onTimeout: () => send({ type: "poll_timeout" }),
  });

  return {
    ...{ state, pay },
    retry: () => send({ type: "retried" }),
    endTime: () => send({ type: "time_up" }),
    callOff: useCallback(() => send({ type: "called_off" }), []),
  };
}
