"use client";

import type { HoldingView } from "@evently/core/hold";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { EmailStep } from "./email-step";
import { PaymentStep } from "./payment/payment-step";
import type { usePayment } from "./payment/use-payment";
import { type Step, StepList } from "./step-list";

type Props = { hold: HoldingView; email: string | null; payment: ReturnType<typeof usePayment> };

/** One step at a time. Whoever gave an address before starts at the payment. */
export function CheckoutSteps({ hold, email, payment }: Props) {
  const { state, pay, lookAgain } = payment;
  const [contact, setContact] = useState(email);
  const [chosen, setChosen] = useState<1 | 2>(email === null ? 1 : 2);
  const isFree = hold.total === 0;
  const current: Step = state.at === "booked" ? 3 : state.at === "ready" ? chosen : 2;
  const heading = useFocusOnChange(current);
  return (
    <div className="flex flex-col gap-6">
      <StepList current={current} isFree={isFree} />
      <section aria-labelledby="step" className="flex flex-col gap-5">
        <h2 id="step" ref={heading} tabIndex={-1} className="display font-semibold text-28 outline-none">
          {titleOf(current, isFree)}
        </h2>
        {current === 1 ? (
          <EmailStep
            saved={contact}
            onDone={(given) => {
              setContact(given);
              setChosen(2);
            }}
          />
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-x-4 text-soft">
              <span className="break-all">
                {contact ? `Contact for the ticket: ${contact}` : "No e-mail: the ticket is in this browser only."}
              </span>
              {state.at === "ready" ? (
                <Button look="plain" onClick={() => setChosen(1)}>
                  {contact ? "Change" : "Add one"}
                </Button>
              ) : null}
            </p>
            <PaymentStep hold={hold} state={state} onPay={pay} onLookAgain={lookAgain} />
          </>
        )}
      </section>
    </div>
  );
}

function titleOf(step: Step, isFree: boolean): string {
  if (step === 1) return "Your e-mail";
  if (step === 3) return "Done";
  return isFree ? "Confirm" : "Payment";
}

/** Moves the focus to the new step's heading, so that a keyboard and a screen reader go along. */
function useFocusOnChange(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return heading;
}
