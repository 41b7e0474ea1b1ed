import type { BookingId, UserId } from "@evently/core/ids";
import { useMutation } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";

/** How many the API moves in one request. */
const atOnce = 50;

type Found = { user_id: UserId; found: readonly string[]; onSuccess: () => void };

/** Moves bookings that were found to the account. What has moved already counts as done, so a repeat does what is left. */
export function useAdopt({ user_id, found, onSuccess }: Found) {
  const { client } = trpc.useUtils();
  return useMutation({
    async mutationFn() {
      for (let from = 0; from < found.length; from += atOnce) {
        const booking_ids = found.slice(from, from + atOnce) as BookingId[];
        await client.user.adopt.mutate({ user_id, booking_ids });
      }
    },
    onSuccess,
  });
}
