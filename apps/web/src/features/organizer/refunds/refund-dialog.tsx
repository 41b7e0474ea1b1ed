import { useState } from "react";
import { Dialog } from "~/ui/dialog";
import { nameBuyer } from "../buyers/name-buyer";
import { ConfirmRefund } from "./confirm-refund";
import { newRefundDraft, type Refund } from "./read-refund";
import { RefundForm } from "./refund-form";
import type { RefundedBooking } from "./refunded-booking";
import { useRefund } from "./use-refund";

type Props = { booking: RefundedBooking; seats: readonly string[]; open: boolean; onClose: () => void };

/** Asks what is to be refunded and why, then says what that does before it is sent. */
export function RefundDialog({ booking, seats, open, onClose }: Props) {
  return (
    <Dialog open={open} title={`Refund to ${nameBuyer(booking)}`} onClose={onClose} form="sheet">
      <Steps {...{ booking, seats, onClose }} />
    </Dialog>
  );
}

function Steps({ booking, seats, onClose }: Omit<Props, "open">) {
  const [draft, setDraft] = useState({ ...newRefundDraft, seats });
  const [asked, setAsked] = useState<Refund | null>(null);
  const refunding = useRefund(booking, onClose);
  const goBack = () => {
    refunding.reset();
    setAsked(null);
  };
  return asked ? (
    <ConfirmRefund {...{ booking, refunding }} refund={asked} onBack={goBack} />
  ) : (
    <RefundForm {...{ booking, draft }} onType={setDraft} onAsk={setAsked} onKeep={onClose} />
  );
}
