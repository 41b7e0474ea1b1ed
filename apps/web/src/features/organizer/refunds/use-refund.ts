import { formatMoney } from "@evently/core/format/format-money";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { idempotencyKey, newDraftId, withIdempotencyKey } from "~/trpc/idempotency-key";
import { announce } from "~/ui/message/announcements";
import { nameBuyer } from "../buyers/name-buyer";
import { useReplaceSold } from "../buyers/use-sold-bookings";
import { type Refund, toInput } from "./read-refund";
import type { RefundedBooking } from "./refunded-booking";

/** Refunds once, however often it is sent; the lists, the map and all figures follow, also where it failed. */
export function useRefund(booking: RefundedBooking, onRefunded: () => void) {
  const { booking_id, event_id, currency } = booking;
  const [draft_id] = useState(newDraftId);
  const utils = trpc.useUtils();
  const replace = useReplaceSold();
  return useMutation({
    mutationFn: (refund: Refund) => {
      const input = { booking_id, ...toInput(refund) };
      return utils.client.boxOffice.refund.mutate(input, withIdempotencyKey(idempotencyKey(draft_id, input)));
    },
    onSuccess: async (refunded, { amount }) => {
      onRefunded();
      await replace(refunded);
      announce(`${formatMoney(amount, currency)} was refunded to ${nameBuyer(booking)}.`);
      // The button that had the focus may be gone.
      document.getElementById(booking_id)?.focus();
    },
    onSettled: () =>
      Promise.all([
        utils.seat.map.invalidate({ event_id }),
        utils.boxOffice.invalidate(),
        utils.event.get.invalidate({ event_id }),
      ]),
  });
}
