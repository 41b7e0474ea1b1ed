"use client";

import type { HoldingView } from "@evently/core/hold";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Problem } from "~/trpc/describe-failure";
import { formatMoney } from "~/ui/format/format-money";
import { ProblemPanel } from "~/ui/message/failure-panel";
import { ActionBar } from "../action-bar";
import { PaymentProgress } from "./payment-progress";
import type { PaymentState } from "./payment-state";
import { TestCardChoice } from "./test-card-choice";
import type { TestToken } from "./test-cards";

type Props = {
  hold: HoldingView;
  state: PaymentState;
  onPay: (token: TestToken | null) => Promise<void>;
  onLookAgain: () => void;
};

/** Paying, and everything that can come of it while the seats are held. */
export function PaymentStep({ hold, state, onPay, onLookAgain }: Props) {
  const [token, setToken] = useState<TestToken>("tok_visa");
  const isFree = hold.total === 0;
  const amount = formatMoney(hold.total, hold.currency);
  const isPaying = state.at === "paying";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onPay(isFree ? null : token);
  };
  if (state.at !== "ready" && !isPaying) return <PaymentProgress state={state} onLookAgain={onLookAgain} />;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {state.at === "ready" && state.problem ? <Refusal problem={state.problem} /> : null}
      {isFree ? (
        <p className="max-w-[60ch]">These seats are free of charge. Confirm, and they are yours.</p>
      ) : (
        <TestCardChoice chosen={token} disabled={isPaying} onChoose={setToken} />
      )}
      <ActionBar
        sticks
        pending={isPaying}
        pendingLabel={isFree ? "Booking …" : "Paying …"}
        note={isPaying ? "The bank is being asked. Your seats are kept while it answers." : noteFor(isFree)}
      >
        {isFree ? "Book these seats" : `Pay ${amount}`}
      </ActionBar>
    </form>
  );
}

/** Brought into sight: on a phone the button that led here is at the foot of the screen. */
function Refusal({ problem }: { problem: Problem }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={panel} className="scroll-my-28">
      <ProblemPanel {...problem} />
    </div>
  );
}

const noteFor = (isFree: boolean) =>
  isFree ? "You can cancel until the event begins." : "You can cancel for a full refund until the event begins.";
