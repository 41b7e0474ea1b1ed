import { useEffect, useRef, useState } from "react";
import { describeSilence, OfflineError } from "~/trpc/describe-silence";
import type { MakePayment, Payment } from "./make-token";
import type { PaymentEvent } from "./payment-state";

const notSent = {
  OFFLINE: {
    headline: "You are offline, so the payment was not sent.",
    meaning: "Nothing was charged. Your seats stay held until the time runs out.",
    action: "Pay once you are back online.",
  },
};

/** One press at a time: first what pays, such as a card's token, then the payment, unless the hold ended or was paid for meanwhile. */
export function usePress(
  isReady: boolean,
  send: (event: PaymentEvent) => void,
  start: (payment: Payment) => Promise<void>,
) {
  const sending = useRef(false);
  const [isPreparing, setPreparing] = useState(false);
  const canPay = useRef(isReady);
  useEffect(() => {
    canPay.current = isReady;
  }, [isReady]);

  async function prepare(makePayment: MakePayment) {
    if (!navigator.onLine) return { failure: describeSilence(new OfflineError(), notSent) };
    return makePayment();
  }

  async function pay(makePayment: MakePayment): Promise<void> {
    if (sending.current || !canPay.current) return;
    sending.current = true;
    setPreparing(true);
    const made = await prepare(makePayment);
    setPreparing(false);
    if ("failure" in made) send({ type: "not_sent", failure: made.failure });
    else if (canPay.current) await start(made.payment);
    sending.current = false;
  }

  return { pay, isPreparing };
}
