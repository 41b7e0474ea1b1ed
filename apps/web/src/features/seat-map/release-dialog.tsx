"use client";

import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import { trpc } from "~/trpc/client";
import { findFailure } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import type { SeatStore } from "./seat-store";
import { useForgetHold } from "./use-open-holds";

type Props = { store: SeatStore; event: EventPage; hold: HoldingView; open: boolean; onClose: () => void };

/** Asks before seats go back on sale, and says that they do. */
export function ReleaseDialog({ store, event, hold, open, onClose }: Props) {
  const forget = useForgetHold(event);
  const release = trpc.hold.release.useMutation({
    onSuccess: () => {
      onClose();
      forget(hold);
      store.released(hold);
    },
    onError: (error) => {
      onClose();
      store.failed(`${findFailure(error)?.error ?? "The box office did not answer."} Your seats are still held.`);
    },
  });
  const count = hold.seats.length;
  return (
    <Dialog open={open} title={count === 1 ? "Release this seat?" : `Release these ${count} seats?`} onClose={onClose}>
      <p>
        {count === 1 ? "It goes" : "They go"} back on sale at once, and anyone may take {count === 1 ? "it" : "them"}.
        Nothing was charged.
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>Keep {count === 1 ? "it" : "them"}</Button>
        <Button
          look="primary"
          pending={release.isPending}
          pendingLabel="Releasing…"
          onClick={() => release.mutate({ holding_id: hold.holding_id })}
        >
          Release
        </Button>
      </div>
    </Dialog>
  );
}
