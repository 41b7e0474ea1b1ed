"use client";

import type { HoldingView } from "@evently/core/hold";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { useServerTime } from "~/features/clock/use-server-time";
import { AcceptTerms, PrivacyNote } from "~/features/seller/accept-terms";
import { useApiSilence } from "~/trpc/use-api-silence";
import { useDateStyle } from "~/ui/format/use-date-style";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ActionBar } from "../action-bar";
import { describeMove, describeTerms } from "../order/describe-terms";
import type { PayWith } from "./pay-with";
import { PaymentProgress } from "./payment-progress";
import { PaymentWays } from "./payment-ways";
import type { usePayment } from "./use-payment";
import { usePaymentWay } from "./use-payment-way";

type Props = {
  hold: HoldingView;
  event: BookedEvent;
  payWith: PayWith;
  payment: ReturnType<typeof usePayment>;
};

/** Paying, and every outcome of it while the seats are held. */
export function PaymentStep({ hold, event, payWith, payment }: Props) {
  const { state, pay, isPreparing, retry, endChallenge } = payment;
  const chosen = usePaymentWay(hold, event.seller);
  const { way, words, makePayment } = chosen;
  const isPaying = state.at === "paying";
  const isSilent = useApiSilence();
  const style = useDateStyle();
  const terms = useServerTime((now) => describeTerms(hold, event, now, style));
  if (state.at !== "ready" && !isPaying)
    return (
      <PaymentProgress {...{ state, payWith }} zone={event.timezone} onRetry={retry} onChallengeOver={endChallenge} />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (makePayment) void pay(makePayment);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <MoveNote hold={hold} event={event} />
      {state.at === "ready" && state.failure ? (
        <InView>
          <FailurePanel {...state.failure} />
        </InView>
      ) : null}
      <PaymentWays chosen={chosen} payWith={payWith} disabled={isPaying} />
      <ActionBar
        sticks={way !== "card" || payWith !== null}
        pending={isPaying || isPreparing || makePayment === null}
        pendingLabel={describeWait({ isPaying, isPreparing: isPreparing && way === "card", isSilent }, words.pending)}
        lead={<AcceptTerms terms={hold.terms} seller={event.seller} isFree={way === "free"} />}
        note={
          isPaying ? (
            describePaying(isSilent, words.waiting)
          ) : (
            <Terms words={way === "invoice" ? invoiceTerms : terms} seller={event.seller} />
          )
        }
      >
        {words.confirm}
      </ActionBar>
    </form>
  );
}

/** That the event begins at another time than when the seats were held. */
function MoveNote({ hold, event }: Pick<Props, "hold" | "event">) {
  const move = describeMove(hold, event, useDateStyle());
  if (move === null) return null;
  return (
    <InView>
      <p role="alert" className="max-w-[65ch] rounded-card bg-spot-wash px-5 py-4 text-on-spot-wash">
        {move}
      </p>
    </InView>
  );
}

/** Scrolled into view: on a phone the pay button is at the foot of the screen. */
function InView({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={frame} className="scroll-my-28">
      {children}
    </div>
  );
}

/** Until when it can be cancelled, and where the seller says what happens with a buyer's data. */
const Terms = ({ words, seller }: { words: string; seller: BookedEvent["seller"] }) => (
  <>
    {words}
    <PrivacyNote seller={seller} />
  </>
);

type Waiting = { isPaying: boolean; isPreparing: boolean; isSilent: boolean };

function describeWait({ isPaying, isPreparing, isSilent }: Waiting, pending: string): string | undefined {
  if (isPaying) return isSilent ? "Evently isn’t answering…" : pending;
  return isPreparing ? "Checking your card…" : undefined;
}

const invoiceTerms =
  "You can cancel the reservation at any time before it is paid. Once it is, only the seller can give your money back.";

const describePaying = (isSilent: boolean, waiting: string): string =>
  isSilent ? "You will be charged at most once." : waiting;
