import type { EventPage } from "@evently/core/event";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { idempotencyKey, withIdempotencyKey } from "~/trpc/idempotency-key";
import { toSentence } from "~/trpc/to-sentence";
import { formatCount } from "~/ui/format/format-count";
import { showToast } from "~/ui/message/toasts";
import type { FormFaults } from "../../form/use-form-faults";

type Dates = { draft_id: string; start_times: string[]; publish: boolean };

/** Copies the event and opens the overview; sent again from the same form it copies nothing twice. */
export function useCopyEvent({ event_id }: EventPage, forget: () => void, onFaults: (faults: FormFaults) => void) {
  const router = useRouter();
  const utils = trpc.useUtils();
  return useMutation({
    networkMode: "always",
    mutationFn: ({ draft_id, ...dates }: Dates) =>
      utils.client.event.copy.mutate(
        { event_id, ...dates },
        withIdempotencyKey(idempotencyKey(draft_id, { event_id, ...dates })),
      ),
    onSuccess: async ({ items }, { publish }) => {
      forget();
      await utils.analytics.invalidate();
      const dates = `${formatCount(items.length)} ${items.length === 1 ? "date" : "dates"}`;
      showToast(publish ? `${dates} made; each is published in a moment.` : `${dates} made, as drafts.`);
      router.push("/organizer");
    },
    onError: (error) => onFaults(findFaults(error)),
  });
}

function findFaults(error: unknown): FormFaults {
  const faults = findFailureOf(error, "INVALID_INPUT")?.details.faults ?? [];
  return Object.fromEntries(faults.map(({ path, message }) => [path, toSentence(message)]));
}
