"use client";

import type { ConfirmHold } from "@evently/core/hold";
import { useEffect, useReducer, useRef } from "react";
import { trpc } from "~/trpc/client";
import { describeSilence, OfflineError } from "~/trpc/describe-silence";
import { findFailureOf } from "~/trpc/failure";
import type { LiveHold } from "../hold/use-hold";
import { openPayment, stepPayment } from "./payment-state";
import { readConfirmation, readConfirmError } from "./read-confirmation";
import type { TestToken } from "./test-cards";
import { usePolling } from "./use-polling";

/** Longer than the API's own timeout for its gateway, 20 s: after that the page polls for the outcome. */
const confirmTimeoutMs = 30_000;
const pollTimeoutMs = 8_000;
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
  const firstDelay = useRef(0);
  const { holding_id } = hold;

  useEffect(() => send({ type: "hold_read", hold }), [hold]);

  const confirm = (input: ConfirmHold, timeoutMs: number) =>
    client.hold.confirm.mutate(input, { signal: AbortSignal.timeout(timeoutMs) }).then(readConfirmation);

  /** `token` is null for seats that are free of charge. */
  async function pay(token: TestToken | null): Promise<void> {
    if (sending.current || state.at !== "ready") return;
    sending.current = true;
    send({ type: "submitted" });
    if (!navigator.onLine) {
      sending.current = false;
      return send({ type: "refused", failure: describeSilence(new OfflineError(), notSent) });
    }
    const input = { holding_id, ...(token ? { payment: { token } } : {}) };
    const event = await confirm(input, confirmTimeoutMs).catch(readConfirmError);
    firstDelay.current = event.type === "unanswered" ? 1_000 : 0;
    send(event);
    sending.current = false;
    if (event.type === "refused") await refetch();
  }

  /** A confirm without a payment starts none: the API answers what the bank knows of the running one. */
  async function pollPayment(): Promise<void> {
    try {
      send(await confirm({ holding_id }, pollTimeoutMs));
    } catch (error) {
      if (!findFailureOf(error, "INVALID_INPUT")) send(readConfirmError(error));
    }
  }

  usePolling({
    active: state.at === "checking",
    firstDelay: () => firstDelay.current,
    poll: async (turn) => {
      const current = await refetch();
      if (current?.state === "paying" && turn % pollsPerConfirm === 0) await pollPayment();
    },
    onTimeout: () => send({ type: "poll_timeout" }),
  });

  return { state, pay, retry: () => send({ type: "retried" }), endTime: () => send({ type: "time_up" }) };
}
