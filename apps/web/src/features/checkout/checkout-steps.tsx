"use client";

import type { HoldingView } from "@evently/core/hold";
import clsx from "clsx";
import { Check } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { EmailStep } from "./email-step";
import type { PayWith } from "./payment/pay-with";
import { PaymentStep } from "./payment/payment-step";
import type { usePayment } from "./payment/use-payment";

type Step = 1 | 2 | 3;
type Props = {
  hold: HoldingView;
  event: BookedEvent;
  email: string | null;
  /** Then the e-mail is the account's, which is changed there. */
  hasAccount: boolean;
  payWith: PayWith;
  payment: ReturnType<typeof usePayment>;
};

/** One step at a time. Whoever gave an address before starts at the payment. */
export function CheckoutSteps({ hold, event, email, hasAccount, payWith, payment }: Props) {
  const { state } = payment;
  const [contact, setContact] = useState(email);
  const [chosen, setChosen] = useState<1 | 2>(email === null ? 1 : 2);
  const names = ["Your e-mail", hold.total === 0 ? "Confirm" : "Payment", "Done"];
  const current: Step = state.at === "booked" ? 3 : state.at === "ready" ? chosen : 2;
  const heading = useFocusOnChange(current);
  return (
    <div className="flex flex-col gap-6">
      <StepList names={names} current={current} />
      <section aria-labelledby="step" className="flex flex-col gap-5">
        <h2 id="step" ref={heading} tabIndex={-1} className="display font-semibold text-28 outline-none">
          {names[current - 1]}
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
              <span className="min-w-0">
                {contact ? (
                  <>
                    Contact for the ticket: <bdi className="whole">{contact}</bdi>
                  </>
                ) : (
                  "No e-mail: the organizer can’t reach you."
                )}
              </span>
              {state.at === "ready" && !hasAccount ? (
                <Button variant="plain" onClick={() => setChosen(1)}>
                  {contact ? "Change" : "Add e-mail"}
                </Button>
              ) : null}
            </p>
            <PaymentStep {...{ hold, event, payWith, payment }} />
          </>
        )}
      </section>
    </div>
  );
}

/** Moves the focus to the new step's heading, for keyboards and screen readers. */
function useFocusOnChange(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const previous = useRef(step);
  useEffect(() => {
    if (previous.current !== step) heading.current?.focus();
    previous.current = step;
  }, [step]);
  return heading;
}

/** The steps differ by number, tick and weight, not by color alone. */
function StepList({ names, current }: { names: readonly string[]; current: Step }) {
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-2">
      {names.map((name, index) => (
        <StepName key={name} name={name} step={(index + 1) as Step} current={current} />
      ))}
    </ol>
  );
}

function StepName({ name, step, current }: { name: string; step: Step; current: Step }) {
  const isDone = step < current || current === 3;
  const isCurrent = step === current;
  return (
    <li
      aria-current={isCurrent ? "step" : undefined}
      className={clsx("flex items-center gap-2 text-14", isCurrent ? "font-semibold" : "text-soft")}
    >
      <span
        className={clsx(
          "figures grid size-6 place-items-center rounded-chip border font-semibold text-12",
          isDone || isCurrent ? "border-ink bg-ink text-paper" : "border-outline",
        )}
      >
        {isDone ? <Icon icon={Check} size={14} /> : step}
      </span>
      {name}
      {isDone ? <span className="sr-only">, done</span> : null}
    </li>
  );
}
