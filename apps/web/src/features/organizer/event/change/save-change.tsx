import type { EventPage } from "@evently/core/event";
import { CheckBox } from "~/ui/field/check-box";
import { SaveButtons } from "../../form/save-buttons";
import { areTexts, type EventChanges } from "./list-event-changes";

type Props = {
  event: EventPage;
  /** Null while something can't be read. */
  changes: EventChanges | null;
  isBusy: boolean;
  isSeries: boolean;
  /** A series has one poster: another one is of every date. */
  isPosterOfSeries: boolean;
  setSeries: (isSeries: boolean) => void;
  undo: () => void;
  canUndo: boolean;
  discard: () => void;
};

/** Saves, for one date or for a whole series, or leaves everything as it is. */
export function SaveChange({
  event,
  changes,
  isBusy,
  isSeries,
  isPosterOfSeries,
  setSeries,
  undo,
  canUndo,
  discard,
}: Props) {
  const count = Object.keys(changes ?? {}).length;
  return (
    <div className="flex flex-col gap-3">
      {event.series_id && changes && areTexts(changes) ? (
        <CheckBox
          checked={isSeries}
          disabled={isPosterOfSeries}
          onChange={({ currentTarget }) => setSeries(currentTarget.checked)}
        >
          On every date of this series that has not begun
        </CheckBox>
      ) : null}
      {event.series_id && count > 0 && changes && !areTexts(changes) ? (
        <p className="text-14 text-soft">Times and prices change on this date only.</p>
      ) : null}
      <SaveButtons
        count={changes && count}
        back={`/organizer/events/${event.event_id}`}
        {...{ isBusy, undo, canUndo, discard }}
      />
    </div>
  );
}
