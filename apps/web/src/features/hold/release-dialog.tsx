"use client";

import type { HoldingView } from "@evently/core/hold";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { FailurePanel } from "~/ui/message/failure-panel";
import { SilenceNote, stillWaiting } from "./silence-note";

type Props = {
  hold: HoldingView;
  open: boolean;
  onClose: () => void;
  onReleased: () => void;
  onRefused?: () => void;
};

const unknownRelease = {
  SILENT: {
    meaning: "We don’t know whether the seats were released. Nothing was charged.",
    action: "Release them again: it comes to the same.",
  },
};

/** Asks before seats go back on sale, and says that they do. A refusal is shown in the dialog. */
export function ReleaseDialog({ hold, open, onClose, onReleased, onRefused }: Props) {
  const release = trpc.hold.release.useMutation({ onSuccess: onReleased, onError: () => onRefused?.() });
  const count = hold.seats.length;
  const [they, them, seats] = count === 1 ? ["It goes", "it", "seat"] : ["They go", "them", "seats"];
  return (
    <Dialog open={open} title={count === 1 ? "Release this seat?" : `Release these ${count} seats?`} onClose={onClose}>
      <p>
        {they} back on sale right away, and anyone can take {them}. Nothing was charged.
      </p>
      {release.isPending ? <SilenceNote>{stillWaiting}</SilenceNote> : null}
      {release.isError ? <FailurePanel {...describeFailure(release.error, unknownRelease)} /> : null}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>Keep {them}</Button>
        <Button
          variant="primary"
          pending={release.isPending}
          pendingLabel="Releasing…"
          onClick={() => release.mutate({ holding_id: hold.holding_id })}
        >
          Release {seats}
        </Button>
      </div>
    </Dialog>
  );
}
