"use client";

import type { ConfirmHold } from "@evently/core/hold";
import { useEffect, useReducer, useRef } from "react";
import { trpc } from "~/trpc/client";
import type { Problem } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import type { HoldWatch } from "../hold/use-hold";
import { openPayment, stepPayment } from "./payment-state";
import { readAnswer, readRefusal } from "./read-confirmation";
import type { TestToken } from "./test-cards";
import { useLooks } from "./use-polling";

/** The API gives its gateway 20 s; an answer that has not come by then is looked for instead. */
const answerMs = 30_000;
const askMs = 8_000;
/** Every so many looks the API is asked to take the bank's word by itself. */
const askEvery = 4;

const offline: Problem = {
  what: "There was no connection, so the payment was not sent.",
  meaning: "Nothing was charged. Your seats stay held until the time on the clock.",
  action: "Pay once you are connected again.",
};

/** Pays for a hold at most once, whatever is pressed and however often, and finds out how it ended when nobody says. */
export function usePayment({ hold, look }: HoldWatch) {
  const { client } = trpc.useUtils();
  const [state, send] = useReducer(stepPayment, hold, openPayment);
  const sending = useRef(false);
  const pause = useRef(0);
  const { holding_id } = hold;

  useEffect(() => send({ type: "seen", hold }), [hold]);

  const confirm = (input: ConfirmHold, patienceMs: number) =>
    client.hold.confirm.mutate(input, { signal: AbortSignal.timeout(patienceMs) }).then(readAnswer);

  /** `token` is null where nothing is to be paid. */
  async function pay(token: TestToken | null): Promise<void> {
    if (sending.current || state.at !== "ready") return;
    sending.current = true;
    send({ type: "pressed" });
    if (!navigator.onLine) {
      sending.current = false;
      return send({ type: "refused", problem: offline });
    }
    const event = await confirm({ holding_id, ...(token ? { payment: { token } } : {}) }, answerMs).catch(readRefusal);
    pause.current = event.type === "silent" ? 1_000 : 0;
    send(event);
    sending.current = false;
    if (event.type === "refused") await look();
  }

  /** Said without a payment, a confirm starts none: it takes what the bank knows of the one under way. */
  async function askHow(): Promise<void> {
    try {
      send(await confirm({ holding_id }, askMs));
    } catch (error) {
      if (!findFailureOf(error, "INVALID_INPUT")) send(readRefusal(error));
    }
  }

  useLooks({
    active: state.at === "checking",
    firstAfter: () => pause.current,
    look: async (turn) => {
      const seen = await look();
      if (seen?.state === "paying" && turn % askEvery === 0) await askHow();
    },
    onGiveUp: () => send({ type: "gave_up" }),
  });

  return { state, pay, lookAgain: () => send({ type: "looked_again" }), endTime: () => send({ type: "time_up" }) };
}
