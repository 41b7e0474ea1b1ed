import type { EventPage } from "@evently/core/event";
import { Button } from "~/ui/button";
import { CheckBox } from "~/ui/field/check-box";
import { formatCount } from "~/ui/format/format-count";
import { LinkButton } from "~/ui/link-button";
import { areTexts, type EventChanges } from "./list-event-changes";

type Props = {
  event: EventPage;
  /** Null while something can't be read. */
  changes: EventChanges | null;
  isBusy: boolean;
  isSeries: boolean;
  setSeries: (isSeries: boolean) => void;
  undo: () => void;
  canUndo: boolean;
  discard: () => void;
};

/** Saves, for one date or for a whole series, or leaves everything as it is. */
export function SaveChange({ event, changes, isBusy, isSeries, setSeries, undo, canUndo, discard }: Props) {
  const count = Object.keys(changes ?? {}).length;
  return (
    <div className="flex flex-col gap-3">
      {event.series_id && changes && areTexts(changes) ? (
        <CheckBox checked={isSeries} onChange={({ currentTarget }) => setSeries(currentTarget.checked)}>
          On every date of this series that has not begun
        </CheckBox>
      ) : null}
      {event.series_id && count > 0 && changes && !areTexts(changes) ? (
        <p className="text-14 text-soft">Times and prices change on this date only.</p>
      ) : null}
      <Button
        type="submit"
        variant="primary"
        size="large"
        pending={isBusy}
        pendingLabel="Saving…"
        disabled={changes !== null && count === 0}
      >
        {count > 0 ? `Save ${formatCount(count)} ${count === 1 ? "change" : "changes"}` : "Save"}
      </Button>
      <LinkButton href={`/organizer/events/${event.event_id}`}>Leave everything as it is</LinkButton>
      <p className="text-14 text-soft">What you type stays in this browser until it is saved.</p>
      <div className="flex gap-6">
        <Button variant="plain" onClick={discard} disabled={isBusy || count === 0}>
          Discard changes
        </Button>
        <Button variant="plain" onClick={undo} disabled={isBusy || !canUndo}>
          Undo
        </Button>
      </div>
    </div>
  );
}
