import type { CreateEvent } from "@evently/core/event";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { trpc } from "~/trpc/client";
import { asAttempt, keyFor } from "~/trpc/idempotency-key";
import { showToast } from "~/ui/message/toasts";

/** Makes the event and leads to its page; sent again from the same draft, it makes nothing twice. */
export function useCreateEvent(forget: () => void, onError: (error: unknown) => void) {
  const router = useRouter();
  const { client } = trpc.useUtils();
  return useMutation({
    networkMode: "always",
    mutationFn: ({ draft_id, event }: { draft_id: string; event: CreateEvent }) =>
      client.event.create.mutate(event, asAttempt(keyFor(draft_id, event))),
    onSuccess: ({ event_id, name, status }) => {
      forget();
      showToast(status === "draft" ? `${name} is kept as a draft.` : `${name} is published.`);
      router.push(`/organizer/events/${event_id}`);
    },
    onError,
  });
}
