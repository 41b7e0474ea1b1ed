import type { SoldBooking } from "@evently/core/analytics";
import { longestReason } from "@evently/core/invoice/limits.rules";
import { type FormEvent, useState } from "react";
import { SilenceNote, stillWaiting } from "~/features/hold/silence-note";
import { describeFailure } from "~/trpc/describe-failure";
import { isOutcomeOpen } from "~/trpc/failure";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Field } from "~/ui/field/field";
import { Price } from "~/ui/format/price";
import { FailurePanel } from "~/ui/message/failure-panel";
import { nameBuyer } from "../buyers/name-buyer";
import { describePaymentNoted } from "./describe-payment-noted";
import { paidWords } from "./paid-words";
import { useMarkPaid } from "./use-mark-paid";

/** What a noted payment does to seats, tickets and figures; it is sent from here. */
export function MarkPaidForm({ booking, onClose }: { booking: SoldBooking; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const sendsMail = useSendsMail() === true;
  const paying = useMarkPaid(booking, onClose);
  const { isPending, isError, error } = paying;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) paying.mutate(reason.trim());
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card bg-sunken px-4 py-3">
        <span className="min-w-0">
          Paid by <bdi>{nameBuyer(booking)}</bdi>
        </span>
        <Price
          amount={booking.total}
          currency={booking.currency}
          className="display ml-auto text-right font-semibold text-36"
        />
      </p>
      <ul className="figures flex list-disc flex-col gap-1.5 break-words pl-5">
        {describePaymentNoted(booking, sendsMail).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Field
        label="Reason (optional)"
        hint="For the event’s journal, such as the number of a bank statement. The buyer doesn’t read it."
        maxLength={longestReason}
        autoComplete="off"
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {isPending ? <SilenceNote>{stillWaiting}</SilenceNote> : null}
      {isError ? <FailurePanel {...describeFailure(error, paidWords)} /> : null}
      <ConfirmButtons keep="Not yet" onKeep={onClose} pending={isPending} pendingLabel="Noting…">
        {isError && isOutcomeOpen(error) ? "Check again" : "Mark as paid"}
      </ConfirmButtons>
    </form>
  );
}
