"use client";

import type { EventId } from "@evently/core/ids";
import type { Layout } from "@evently/core/layout";
import type { Venue } from "@evently/core/venue";
import { describeFailure } from "~/trpc/describe-failure";
import type { FailureOverrides } from "~/trpc/failure-words";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { organizerWords } from "../organizer-words";
import { toCorrections } from "./list-corrections";
import type { SeatEdits } from "./seat-edits";
import { useSaveCorrections } from "./use-save-corrections";
import { revisionOf, type SavedSeat } from "./venue-seats";

type Props = {
  venue: Venue;
  layout: Layout;
  saved: readonly SavedSeat[];
  edits: SeatEdits;
  hasDoubles: boolean;
  draft: { draft_id: string; carry: readonly EventId[] };
  undo: () => void;
  canUndo: boolean;
  discard: () => void;
  forget: () => void;
};

/** Sends all corrections at once, or takes the last one back. */
export function SaveCorrections(props: Props) {
  const { venue, layout, saved, edits, hasDoubles, draft, undo, canUndo, discard, forget } = props;
  const save = useSaveCorrections(venue, draft.draft_id, forget);
  const count = Object.keys(edits).length;
  const isBusy = save.isPending || save.isSuccess;
  const mayCarryOnly = count === 0 && draft.carry.length > 0;
  const isReady = (count > 0 || mayCarryOnly) && !hasDoubles;
  const send = () =>
    save.mutate({
      ...toCorrections(saved, edits),
      ...{ venue_id: venue.venue_id, revision: revisionOf(layout), carry: [...draft.carry] },
    });
  return (
    <div className="flex flex-col gap-4">
      {mayCarryOnly ? (
        <p className="text-14 text-soft">Without other changes, the chosen events take over the labels saved here.</p>
      ) : null}
      {save.isError ? <FailurePanel {...describeFailure(save.error, words)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" pending={isBusy} pendingLabel="Saving…" disabled={!isReady} onClick={send}>
          Save changes
        </Button>
        <Button disabled={isBusy || !canUndo} onClick={undo}>
          Undo
        </Button>
        <Button variant="plain" disabled={isBusy || count + draft.carry.length === 0} onClick={discard}>
          Discard all
        </Button>
      </div>
      <p className="text-14 text-soft">Until you save, your changes stay in this browser only.</p>
    </div>
  );
}

const words: FailureOverrides = {
  ...organizerWords,
  REVISION_CONFLICT: {
    headline: "Someone else has changed these seats since you opened this page.",
    meaning: "Nothing was saved. The hall is shown as it is now, and your changes are still here.",
    action: "Look through your changes, then save them again.",
  },
  VENUE_BUSY: { meaning: "Nothing was saved. Your changes are still here." },
};
