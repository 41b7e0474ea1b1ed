"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { bookingsKey } from "~/features/booking/list/bookings-query";
import { trpc } from "~/trpc/client";
import { announce } from "~/ui/message/announcements";
import type { PaymentState } from "./payment-state";

/** Goes on to the bank's page, where it has one, or to the ticket. Both replace the checkout in the history, so that back never returns to a payment. */
export function useNextPage(state: PaymentState): void {
  const router = useRouter();
  const queryClient = useQueryClient();
  const utils = trpc.useUtils();
  const booking_id = state.at === "booked" ? state.booking_id : null;
  const said = state.at === "booked" ? sayBooked(state) : "";
  const challenge = state.at === "challenged" && state.action.type === "challenge" ? state.action.url : null;
  useEffect(() => {
    if (challenge === null) return;
    if (challenge.startsWith("/")) router.replace(challenge);
    else window.location.replace(challenge);
  }, [challenge, router]);
  useEffect(() => {
    if (booking_id === null) return;
    announce(said);
    queryClient.removeQueries({ queryKey: bookingsKey });
    void utils.hold.listOpen.invalidate();
    router.replace(`/bookings/${booking_id}`);
  }, [booking_id, said, router, queryClient, utils]);
}

function sayBooked({ isLate, payBy }: Extract<PaymentState, { at: "booked" }>): string {
  if (payBy !== undefined) return "The seats are reserved. Your reservation opens now.";
  return `${isLate ? "Booked after all" : "Booked"}: the seats are yours. Your booking opens now.`;
}
