import type { HoldingView } from "@evently/core/hold";
import { serverClock } from "~/features/clock/server-clock";
import { readHeldMark, writeHeldMark } from "./held-mark";

/** hold_ttl of the last hold to end, by event. */
type Marks = Record<string, number>;

const maxEvents = 5;

/** The events for which a hold may be open at `now`, in epoch seconds. */
export const readMarks = (mark: string | null, now: number): string[] => Object.keys(openMarks(mark, now));

/** The mark with an event's holds as they are now. Ended ones go with every change; null where none is left. */
export function changeMark(
  mark: string | null,
  { event_id, holds, now }: { event_id: string; holds: readonly HoldingView[]; now: number },
): string | null {
  const { [event_id]: _, ...others } = openMarks(mark, now);
  const ends = holds.filter(isOpen).map(({ hold_ttl }) => hold_ttl);
  const marks: Marks = ends.length > 0 ? { ...others, [event_id]: Math.max(...ends) } : others;
  const newest = Object.entries(marks).toSorted(([, a], [, b]) => b - a);
  return newest.length === 0 ? null : JSON.stringify(Object.fromEntries(newest.slice(0, maxEvents)));
}

/** Marks in this browser which holds of an event are open. */
export function markHolds(event_id: string, holds: readonly HoldingView[]): void {
  writeHeldMark(changeMark(readHeldMark(), { event_id, holds, now: serverClock.now() }));
}

export const isOpen = ({ state }: Pick<HoldingView, "state">): boolean => state === "active" || state === "paying";

function openMarks(mark: string | null, now: number): Marks {
  try {
    const marks = JSON.parse(mark ?? "{}") as Record<string, unknown> | null;
    const open = Object.entries(marks ?? {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] > now,
    );
    return Object.fromEntries(open);
  } catch {
    return {};
  }
}
