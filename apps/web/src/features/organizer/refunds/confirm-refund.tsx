import { formatMoney } from "@evently/core/format/format-money";
import { useEffect, useRef } from "react";
import { SilenceNote, stillWaiting } from "~/features/hold/silence-note";
import { describeFailure } from "~/trpc/describe-failure";
import { isOutcomeOpen } from "~/trpc/failure";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Price } from "~/ui/format/price";
import { FailurePanel } from "~/ui/message/failure-panel";
import { listRefundPoints } from "./list-refund-points";
import type { Refund } from "./read-refund";
import { refundWords } from "./refund-words";
import type { RefundedBooking } from "./refunded-booking";
import type { useRefund } from "./use-refund";

type Props = {
  booking: RefundedBooking;
  refund: Refund;
  refunding: ReturnType<typeof useRefund>;
  onBack: () => void;
};

/** What a refund does to seats, tickets and money, and that it can't be undone; it is sent from here. */
export function ConfirmRefund({ booking, refund, refunding, onBack }: Props) {
  const sendsMail = useSendsMail() === true;
  const sum = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone.
  useEffect(() => sum.current?.focus(), []);
  const { isPending, isError, error } = refunding;
  const { currency } = booking;
  return (
    <div className="flex flex-col gap-4">
      <p
        ref={sum}
        tabIndex={-1}
        className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card bg-sunken px-4 py-3 outline-none"
      >
        <span>Goes back</span>
        <Price
          amount={refund.amount}
          currency={currency}
          className="display ml-auto text-right font-semibold text-36"
        />
      </p>
      <ul className="figures flex list-disc flex-col gap-1.5 break-words pl-5">
        {listRefundPoints(refund, booking, sendsMail).map((point) => (
          <li key={point}>{point}</li>
        ))}
        <li>
          Reason: <bdi>{refund.reason}</bdi>
        </li>
      </ul>
      <p className="font-semibold">You can’t undo this.</p>
      {isPending ? <SilenceNote>{stillWaiting}</SilenceNote> : null}
      {isError ? <FailurePanel {...describeFailure(error, refundWords)} /> : null}
      <ConfirmButtons
        keep="Back"
        onKeep={onBack}
        pending={isPending}
        pendingLabel="Refunding…"
        onConfirm={() => refunding.mutate(refund)}
      >
        {isError && isOutcomeOpen(error)
          ? "Check again"
          : refund.amount === 0
            ? "Give back"
            : `Refund ${formatMoney(refund.amount, currency)}`}
      </ConfirmButtons>
    </div>
  );
}
