import type { DoorKey } from "@evently/core/door-key";
import type { EventPage } from "@evently/core/event";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { DateTime } from "~/ui/format/date-time";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { organizerWords } from "../organizer-words";

type Props = { event: EventPage; keys: readonly DoorKey[]; onEnded: () => Promise<unknown> };

/** The keys that open the door now. */
export function KeyList({ event, keys, onEnded }: Props) {
  const [ending, setEnding] = useState<DoorKey | null>(null);
  if (keys.length === 0) return <p>No key opens the door at the moment.</p>;
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {keys.map((key) => (
          <li key={key.door_key_id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 grow basis-60">
              <bdi className="block font-semibold">{key.name}</bdi>
              <p className="text-14 text-soft">
                {key.gate === null ? "" : `Gate ${key.gate}, `}until{" "}
                <DateTime instant={key.until} zone={event.timezone} />
              </p>
              {key.is_orphaned ? (
                <p className="text-14">Whoever made it is no manager any more. End it unless you know who has it.</p>
              ) : null}
            </div>
            <Button onClick={() => setEnding(key)}>
              End<span className="sr-only"> {key.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <EndKey {...{ event, ending, onEnded }} onClose={() => setEnding(null)} />
    </>
  );
}

type EndProps = Pick<Props, "event" | "onEnded"> & { ending: DoorKey | null; onClose: () => void };

function EndKey({ event: { event_id }, ending, onEnded, onClose }: EndProps) {
  const end = trpc.doorKey.end.useMutation({
    onSuccess: async () => {
      close();
      showToast("The key opens nothing any more.");
      await onEnded();
      // The button that had the focus is gone.
      document.getElementById("main")?.focus({ preventScroll: true });
    },
  });
  const close = () => {
    onClose();
    end.reset();
  };
  return (
    <Dialog open={ending !== null} title={`End ${ending?.name ?? ""}?`} onClose={close} form="sheet">
      <p>
        Whoever has its link can’t let anybody in any more. Scans of a device without a network are sent once it is
        opened with another key.
      </p>
      {end.isError ? <FailurePanel {...describeFailure(end.error, organizerWords)} /> : null}
      <ConfirmButtons
        keep="Keep key"
        onKeep={close}
        pending={end.isPending}
        pendingLabel="Ending…"
        onConfirm={() => ending && end.mutate({ event_id, door_key_id: ending.door_key_id })}
      >
        End key
      </ConfirmButtons>
    </Dialog>
  );
}
