import type { SoldBooking } from "@evently/core/analytics";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { idempotencyKey, newDraftId, withIdempotencyKey } from "~/trpc/idempotency-key";
import { announce } from "~/ui/message/announcements";
import { nameBuyer } from "../buyers/name-buyer";
import { useReplaceSold } from "../buyers/use-sold-bookings";

/** Notes once that a reservation was paid; the lists, the map and all figures follow, also where it failed. */
export function useMarkPaid(booking: SoldBooking, onPaid: () => void) {
  const { booking_id, event_id } = booking;
  const [draft_id] = useState(newDraftId);
  const utils = trpc.useUtils();
  const replace = useReplaceSold();
  return useMutation({
    mutationFn: (reason: string) => {
      const input = { booking_id, ...(reason === "" ? {} : { reason }) };
      return utils.client.booking.markPaid.mutate(input, withIdempotencyKey(idempotencyKey(draft_id, input)));
    },
    onSuccess: async (paid) => {
      onPaid();
      await replace(paid);
      announce(`The payment of ${nameBuyer(booking)} was noted.`);
      // The button that had the focus is gone.
      document.getElementById(booking_id)?.focus();
    },
    onSettled: () => {
      void utils.analytics.invalidate();
      void utils.booking.listSold.invalidate();
      return Promise.all([utils.boxOffice.invalidate(), utils.event.get.invalidate({ event_id })]);
    },
  });
}
