import type { ChangeVenueSeats, Venue } from "@evently/core/venue";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { idempotencyKey, withIdempotencyKey } from "~/trpc/idempotency-key";
import { showToast } from "~/ui/message/toasts";

/** Sends the corrections of a draft. Where someone else was faster, the hall is fetched again and the corrections stay. */
export function useSaveCorrections({ venue_id }: Venue, draft_id: string, onSaved: () => void) {
  const router = useRouter();
  const utils = trpc.useUtils();
  return useMutation({
    networkMode: "always",
    mutationFn: (input: ChangeVenueSeats) =>
      utils.client.venue.changeSeats.mutate(input, withIdempotencyKey(idempotencyKey(draft_id, input))),
    onSuccess: async () => {
      onSaved();
      await Promise.all([utils.venue.plan.invalidate({ venue_id }), utils.venue.listOwn.invalidate()]);
      showToast("The seats were corrected.");
      router.push(`/organizer/venues/${venue_id}`);
      router.refresh();
    },
    onError: async (error) => {
      if (findFailureOf(error, "REVISION_CONFLICT")) await utils.venue.plan.refetch({ venue_id });
    },
  });
}
