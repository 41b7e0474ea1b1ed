import { formatMoney } from "@evently/core/format/format-money";
import { longestReason } from "@evently/core/refund/limits.rules";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { type FormEvent, useState } from "react";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { CheckBox } from "~/ui/field/check-box";
import { Field } from "~/ui/field/field";
import { Price } from "~/ui/format/price";
import { Choices } from "../form/choices";
import { leftOf, type Refund, type RefundDraft, type RefundFaults, readRefund } from "./read-refund";
import type { RefundedBooking } from "./refunded-booking";

type Props = {
  booking: RefundedBooking;
  draft: RefundDraft;
  onType: (draft: RefundDraft) => void;
  onAsk: (refund: Refund) => void;
  onKeep: () => void;
};

/** For which seats or how much, and why. */
export function RefundForm({ booking, draft, onType, onAsk, onKeep }: Props) {
  const [isTried, setTried] = useState(false);
  const read = readRefund(draft, booking);
  const faults = isTried && "faults" in read ? read.faults : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ("refund" in read) onAsk(read.refund);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Choices legend="What is refunded" name="by" chosen={draft.by} onChoose={(by) => onType({ ...draft, by })}>
        {{ seats: "Single seats, which are free again", amount: "An amount, and the seats stay booked" }}
      </Choices>
      {draft.by === "seats" ? (
        <SeatChoice {...{ booking, draft, faults, onType }} />
      ) : (
        <Field
          label={`Amount in ${booking.currency}`}
          hint={`${formatMoney(leftOf(booking), booking.currency)} is left to refund.`}
          inputMode="decimal"
          autoComplete="off"
          value={draft.amount}
          fault={faults.amount}
          onChange={({ currentTarget }) => onType({ ...draft, amount: currentTarget.value })}
        />
      )}
      <Field
        label="Reason"
        hint="The buyer reads it."
        maxLength={longestReason}
        autoComplete="off"
        value={draft.reason}
        fault={faults.reason}
        onChange={({ currentTarget }) => onType({ ...draft, reason: currentTarget.value })}
      />
      <ConfirmButtons keep="Refund nothing" onKeep={onKeep} pending={false} pendingLabel="">
        Continue
      </ConfirmButtons>
    </form>
  );
}

type ChoiceProps = Pick<Props, "booking" | "draft" | "onType"> & { faults: RefundFaults };

function SeatChoice({ booking: { lines, currency }, draft, faults, onType }: ChoiceProps) {
  const toggle = (seat: string, isChosen: boolean) =>
    onType({ ...draft, seats: isChosen ? [...draft.seats, seat] : draft.seats.filter((other) => other !== seat) });
  return (
    <fieldset className="flex min-w-0 flex-col" aria-describedby={faults.seats ? "refund-seats-fault" : undefined}>
      <legend className="pb-1 font-medium text-14">Seats</legend>
      {lines.map((line) => (
        <CheckBox
          key={line.seat}
          checked={draft.seats.includes(line.seat)}
          onChange={({ currentTarget }) => toggle(line.seat, currentTarget.checked)}
        >
          <span className="figures flex flex-wrap gap-x-3">
            {nameSeat(line)}
            <Price amount={line.price} currency={currency} className="text-soft" />
          </span>
        </CheckBox>
      ))}
      {faults.seats ? (
        <p id="refund-seats-fault" role="alert" className="pt-1 font-medium text-14 text-curtain">
          {faults.seats}
        </p>
      ) : null}
    </fieldset>
  );
}
