"use client";

import type { ConfirmHold, HoldingView } from "@evently/core/hold";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { useServerTime } from "~/features/clock/use-server-time";
import { AcceptTerms, PrivacyNote } from "~/features/seller/accept-terms";
import { useApiSilence } from "~/trpc/use-api-silence";
import { useDateStyle } from "~/ui/format/use-date-style";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ActionBar } from "../action-bar";
import { describeMove, describeTerms } from "../order/describe-terms";
import { PaymentProgress } from "./payment-progress";
import type { PaymentState } from "./payment-state";
import { PaymentWays } from "./payment-ways";
import { usePaymentWay } from "./use-payment-way";

type Props = {
  hold: HoldingView;
  event: BookedEvent;
  state: PaymentState;
  onPay: (payment: ConfirmHold["payment"] | null) => Promise<void>;
  onRetry: () => void;
};

/** Paying, and every outcome of it while the seats are held. */
export function PaymentStep({ hold, event, state, onPay, onRetry }: Props) {
  const chosen = usePaymentWay(hold, event.seller);
  const { way, words } = chosen;
  const style = useDateStyle();
  const terms = useServerTime((now) => describeTerms(hold, event, now, style));
  const move = describeMove(hold, event, style);
  const isPaying = state.at === "paying";
  const isSilent = useApiSilence();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onPay(chosen.payment);
  };
  if (state.at !== "ready" && !isPaying) return <PaymentProgress state={state} onRetry={onRetry} />;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {move === null ? null : (
        <InView>
          <p role="alert" className="max-w-[65ch] rounded-card bg-spot-wash px-5 py-4 text-on-spot-wash">
            {move}
          </p>
        </InView>
      )}
      {state.at === "ready" && state.failure ? (
        <InView>
          <FailurePanel {...state.failure} />
        </InView>
      ) : null}
      <PaymentWays chosen={chosen} disabled={isPaying} />
      <ActionBar
        sticks
        pending={isPaying}
        pendingLabel={isSilent ? "Evently isn’t answering…" : words.pending}
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

const invoiceTerms =
  "You can cancel the reservation at any time before it is paid. Once it is, only the seller can give your money back.";

const describePaying = (isSilent: boolean, waiting: string): string =>
  isSilent ? "You will be charged at most once." : waiting;
