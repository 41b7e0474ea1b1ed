"use client";

import type { HoldingView } from "@evently/core/hold";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useServerTime } from "~/features/clock/use-server-time";
import type { Explanation } from "~/trpc/describe-silence";
import { useApiSilence } from "~/trpc/use-api-silence";
import { formatMoney } from "~/ui/format/format-money";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ActionBar } from "../action-bar";
import { PaymentProgress } from "./payment-progress";
import type { PaymentState } from "./payment-state";
import { TestCardChoice } from "./test-card-choice";
import type { TestToken } from "./test-cards";

type Props = {
  hold: HoldingView;
  /** When the event begins. */
  start_time: string;
  state: PaymentState;
  onPay: (token: TestToken | null) => Promise<void>;
  onRetry: () => void;
};

/** Paying, and every outcome of it while the seats are held. */
export function PaymentStep({ hold, start_time, state, onPay, onRetry }: Props) {
  const [token, setToken] = useState<TestToken>("tok_visa");
  const isFree = hold.total === 0;
  const amount = formatMoney(hold.total, hold.currency);
  const hasBegun = useServerTime((now) => Date.parse(start_time) / 1000 <= now);
  const isPaying = state.at === "paying";
  const isSilent = useApiSilence();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onPay(isFree ? null : token);
  };
  if (state.at !== "ready" && !isPaying) return <PaymentProgress state={state} onRetry={onRetry} />;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {state.at === "ready" && state.failure ? <PaymentFailure failure={state.failure} /> : null}
      {isFree ? (
        <p className="max-w-[60ch]">These seats are free of charge. Confirm to book them.</p>
      ) : (
        <TestCardChoice chosen={token} disabled={isPaying} onChoose={setToken} />
      )}
      <ActionBar
        sticks
        pending={isPaying}
        pendingLabel={isSilent ? "Evently isn’t answering…" : isFree ? "Booking…" : "Waiting for your bank…"}
        note={isPaying ? describePaying(isSilent) : noteFor(isFree, hasBegun)}
      >
        {isFree ? "Book these seats" : `Pay ${amount}`}
      </ActionBar>
    </form>
  );
}

/** Scrolled into view: on a phone the pay button is at the foot of the screen. */
function PaymentFailure({ failure }: { failure: Explanation }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={panel} className="scroll-my-28">
      <FailurePanel {...failure} />
    </div>
  );
}

const describePaying = (isSilent: boolean): string =>
  isSilent ? "You will be charged at most once." : "Your seats stay held while your bank answers.";

function noteFor(isFree: boolean, hasBegun: boolean): string {
  if (hasBegun) return "The event has begun, so you can’t cancel afterwards.";
  return isFree ? "You can cancel until the event begins." : "You can cancel for a full refund until the event begins.";
}
