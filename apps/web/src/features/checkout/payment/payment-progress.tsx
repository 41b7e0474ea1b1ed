"use client";

import { CircleCheck, LoaderCircle } from "lucide-react";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { ProblemPanel } from "~/ui/message/failure-panel";
import type { PaymentState } from "./payment-state";

type Props = { state: PaymentState; onLookAgain: () => void };

/** What one sees between the press and the ticket. It always says what is true of seats and money, and has a way on. */
export function PaymentProgress({ state, onLookAgain }: Props) {
  switch (state.at) {
    case "checking":
      return (
        <Note title="Finding out how the payment ended" isTurning>
          <p>The bank’s answer has not reached us yet. Your seats are kept, and you will be charged at most once.</p>
          <p>This takes up to a minute. You may also leave: a booking appears under My bookings.</p>
        </Note>
      );
    case "unsettled":
      return (
        <ProblemPanel
          what="The bank still has not answered."
          meaning="If the payment went through, the seats are yours and the booking appears under My bookings. You will be charged at most once."
          action="Look again, or come back to this page later."
        >
          <Button look="primary" onClick={onLookAgain}>
            Look again
          </Button>
          <LinkButton href="/bookings">My bookings</LinkButton>
        </ProblemPanel>
      );
    case "challenged":
      return (
        <Note title="Your bank wants to ask you first" isTurning>
          <p>Its page opens now. Your seats stay held while you answer.</p>
          <LinkButton href={state.url} look="primary">
            Go to the bank’s page
          </LinkButton>
        </Note>
      );
    case "booked":
      return (
        <Note title="Booked. The seats are yours.">
          <p>Your ticket opens now.</p>
          <LinkButton href={`/bookings/${state.booking_id}`} look="primary">
            Open the ticket
          </LinkButton>
        </Note>
      );
    default:
      return null;
  }
}

function Note({
  title,
  isTurning = false,
  children,
}: {
  title: string;
  isTurning?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div role="status" className="flex gap-4 rounded-card bg-sunken p-5">
      {isTurning ? (
        <Icon of={LoaderCircle} size={22} className="mt-0.5 shrink-0 animate-spin" />
      ) : (
        <Icon of={CircleCheck} size={22} className="mt-0.5 shrink-0 text-good" />
      )}
      <div className="flex flex-col items-start gap-2">
        <p className="font-semibold text-18">{title}</p>
        {children}
      </div>
    </div>
  );
}
