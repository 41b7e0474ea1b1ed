import type { ChangeVenue, Venue } from "@evently/core/venue";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { idempotencyKey, withIdempotencyKey } from "~/trpc/idempotency-key";
import { showToast } from "~/ui/message/toasts";

type Handlers = { onSaved: () => void; onConflict: (venue: Venue) => void; onError: (error: unknown) => void };

/** Saves a change and opens the venue's page; sent again with the same content it changes nothing twice. */
export function useChangeVenue({ venue_id }: Venue, { onSaved, onConflict, onError }: Handlers) {
  const router = useRouter();
  const utils = trpc.useUtils();
  return useMutation({
    networkMode: "always",
    mutationFn: (input: ChangeVenue) =>
      utils.client.venue.change.mutate(
        input,
        withIdempotencyKey(idempotencyKey(`${venue_id}-${input.revision}`, input)),
      ),
    onSuccess: async ({ name }) => {
      onSaved();
      await utils.venue.invalidate();
      showToast(`${name} is changed.`);
      router.push(`/organizer/venues/${venue_id}`);
      router.refresh();
    },
    onError: async (error) => {
      if (!findFailureOf(error, "REVISION_CONFLICT")) return onError(error);
      onConflict(await utils.client.venue.get.query({ venue_id }));
    },
  });
}
