import { useEffect, useRef, useState } from "react";
import { describeSilence, OfflineError } from "~/trpc/describe-silence";
import type { MakeToken } from "./make-token";
import type { PaymentEvent } from "./payment-state";

const notSent = {
  OFFLINE: {
    headline: "You are offline, so the payment was not sent.",
    meaning: "Nothing was charged. Your seats stay held until the time runs out.",
    action: "Pay once you are back online.",
  },
};

/** One press at a time: first the token of the card, then the payment, unless the hold ended or was paid for meanwhile. */
export function usePress(
  isReady: boolean,
  send: (event: PaymentEvent) => void,
  sendToken: (token: string | null) => Promise<void>,
) {
  const sending = useRef(false);
  const [isPreparing, setPreparing] = useState(false);
  const canPay = useRef(isReady);
  useEffect(() => {
    canPay.current = isReady;
  }, [isReady]);

  async function prepare(makeToken: MakeToken | null) {
    if (!navigator.onLine) return { failure: describeSilence(new OfflineError(), notSent) };
    return makeToken ? makeToken() : { token: null };
  }

  /** `makeToken` is null for seats that are free of charge. */
  async function pay(makeToken: MakeToken | null): Promise<void> {
    if (sending.current || !canPay.current) return;
    sending.current = true;
    setPreparing(true);
    const made = await prepare(makeToken);
    setPreparing(false);
    if ("failure" in made) send({ type: "not_sent", failure: made.failure });
    else if (canPay.current) await sendToken(made.token);
    sending.current = false;
  }

  return { pay, isPreparing };
}
