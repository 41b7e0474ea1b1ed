import type { CreateEvent } from "@evently/core/event";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { trpc } from "~/trpc/client";
import { idempotencyKey, withIdempotencyKey } from "~/trpc/idempotency-key";
import { showToast } from "~/ui/message/toasts";
import { rememberChoices } from "./usual-choices";

/** Creates the event and opens its dashboard; sent again from the same draft, it creates nothing twice. */
export function useCreateEvent(forget: () => void, onError: (error: unknown) => void) {
  const router = useRouter();
  const { client } = trpc.useUtils();
  return useMutation({
    networkMode: "always",
    mutationFn: ({ draft_id, event }: { draft_id: string; event: CreateEvent }) =>
      client.event.create.mutate(event, withIdempotencyKey(idempotencyKey(draft_id, event))),
    onSuccess: ({ event_id, name, status, venue_id, currency }) => {
      forget();
      rememberChoices({ venue_id, currency });
      showToast(status === "draft" ? `${name} is saved as a draft.` : `${name} is published.`);
      router.push(`/organizer/events/${event_id}`);
    },
    onError,
  });
}
