import type { ChangeEvent, EventPage } from "@evently/core/event";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { idempotencyKey, withIdempotencyKey } from "~/trpc/idempotency-key";
import { showToast } from "~/ui/message/toasts";

type Handlers = {
  onSaved: () => void;
  /** Someone else was faster: the event as it is now. */
  onConflict: (event: EventPage) => void;
  onError: (error: unknown) => void;
};

/** Saves a change and opens the dashboard; sent again with the same content it changes nothing twice. */
export function useChangeEvent(event_id: EventPage["event_id"], { onSaved, onConflict, onError }: Handlers) {
  const router = useRouter();
  const utils = trpc.useUtils();
  return useMutation({
    networkMode: "always",
    mutationFn: (input: ChangeEvent) =>
      utils.client.event.change.mutate(
        input,
        withIdempotencyKey(idempotencyKey(`${event_id}-${input.revision}`, input)),
      ),
    onSuccess: async ({ name }) => {
      onSaved();
      // The form keeps an event as it was opened: the next one begins with what is saved now.
      await Promise.all([utils.analytics.invalidate(), utils.event.get.invalidate({ event_id })]);
      showToast(`${name} is changed.`);
      router.push(`/organizer/events/${event_id}`);
      router.refresh();
    },
    onError: async (error) => {
      if (!findFailureOf(error, "REVISION_CONFLICT")) return onError(error);
      onConflict(await utils.client.event.get.query({ event_id }));
    },
  });
}
