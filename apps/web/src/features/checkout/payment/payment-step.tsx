"use client";

import { formatMoney } from "@evently/core/format/format-money";
import type { HoldingView } from "@evently/core/hold";
import type { PaymentClient } from "@evently/core/payment";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { useServerTime } from "~/features/clock/use-server-time";
import { AcceptTerms, PrivacyNote } from "~/features/seller/accept-terms";
import { useApiSilence } from "~/trpc/use-api-silence";
import { useDateStyle } from "~/ui/format/use-date-style";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ActionBar } from "../action-bar";
import { describeMove, describeTerms } from "../order/describe-terms";
import { CardInput } from "./card-input";
import type { Card } from "./make-token";
import { PaymentProgress } from "./payment-progress";
import type { usePayment } from "./use-payment";

type Props = {
  hold: HoldingView;
  event: BookedEvent;
  payWith: PaymentClient;
  payment: ReturnType<typeof usePayment>;
};

/** Paying, and every outcome of it while the seats are held. */
export function PaymentStep({ hold, event, payWith, payment }: Props) {
  const { state, pay, isPreparing, retry, endChallenge } = payment;
  const [card, setCard] = useState<Card | null>(null);
  const isFree = hold.total === 0;
  const isPaying = state.at === "paying";
  const isSilent = useApiSilence();
  const style = useDateStyle();
  const terms = useServerTime((now) => describeTerms(hold, event, now, style));
  if (state.at !== "ready" && !isPaying)
    return <PaymentProgress {...{ state, payWith }} onRetry={retry} onChallengeOver={endChallenge} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFree) void pay(null);
    else if (card) void pay(card.makeToken);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <MoveNote hold={hold} event={event} />
      {state.at === "ready" && state.failure ? (
        <InView>
          <FailurePanel {...state.failure} />
        </InView>
      ) : null}
      {isFree ? (
        <p className="max-w-[60ch]">These seats are free of charge. Confirm to book them.</p>
      ) : (
        <CardInput payWith={payWith} disabled={isPaying} onCard={setCard} />
      )}
      <ActionBar
        sticks
        pending={isPaying || isPreparing || (!isFree && card === null)}
        pendingLabel={isPaying ? describeWait(isSilent, isFree) : isPreparing ? "Checking your card…" : undefined}
        lead={<AcceptTerms terms={hold.terms} seller={event.seller} isFree={isFree} />}
        note={isPaying ? describePaying(isSilent) : <Terms words={terms} seller={event.seller} />}
      >
        {isFree ? "Book these seats" : `Pay ${formatMoney(hold.total, hold.currency)}`}
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

function describeWait(isSilent: boolean, isFree: boolean): string {
  if (isSilent) return "Evently isn’t answering…";
  return isFree ? "Booking…" : "Waiting for your bank…";
}

const describePaying = (isSilent: boolean): string =>
  isSilent ? "You will be charged at most once." : "Your seats stay held while your bank answers.";
