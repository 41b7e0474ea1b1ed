import type { Holder, ReleasedHolds } from "@evently/core/hold";
import { formatCount } from "~/ui/format/format-count";

/** What is to be released: one hold, or what is unpaid of a connection. */
type Target = { holding_id: Holder["holds"][number]["holding_id"] } | { connection: string };

export type Release = { target: Target; seats: number; paying: number; mayBeMore: boolean };

export const countSeats = (seats: number): string => `${formatCount(seats)} ${seats === 1 ? "seat" : "seats"}`;
export const countHolds = (holds: number): string => `${formatCount(holds)} ${holds === 1 ? "hold" : "holds"}`;

const isPlural = (count: number): boolean => count !== 1;

/** What is at payment stays. */
export function releaseOf({ connection, holds }: Holder, mayBeMore: boolean): Release | null {
  const unpaid = holds.filter(({ is_paying }) => !is_paying);
  if (connection === null || unpaid.length === 0) return null;
  return {
    ...{ target: { connection }, mayBeMore },
    seats: unpaid.reduce((sum, { seats }) => sum + seats, 0),
    paying: holds.length - unpaid.length,
  };
}

/** What a release does to seats, money and people, before it is made. */
export function describeRelease({ target, seats, paying, mayBeMore }: Release): { title: string; points: string[] } {
  const all = "connection" in target;
  return {
    title: all ? `Release all unpaid seats of this connection?` : `Release ${countSeats(seats)}?`,
    points: [
      `${countSeats(seats)} ${isPlural(seats) ? "are" : "is"} back on sale at once, while the sale is open.`,
      "Nobody has paid for them, so no money moves.",
      `Whoever holds ${isPlural(seats) ? "them" : "it"} is told that the organizer released ${isPlural(seats) ? "them" : "it"}, and can hold what is still free again.`,
      ...(paying > 0 ? [`${countHolds(paying)} at payment ${isPlural(paying) ? "stay" : "stays"}.`] : []),
      ...(all && mayBeMore ? ["Holds of this connection that are not shown yet are released, too."] : []),
      "You can’t undo this. It is recorded in the event’s journal.",
    ],
  };
}

/** What a release did. */
export function describeReleased({ released, seats, paying, left }: ReleasedHolds): string {
  const done =
    released === 0
      ? "Nothing was released: these holds had ended already."
      : `${countSeats(seats)} ${isPlural(seats) ? "were" : "was"} released.`;
  const stayed = paying > 0 ? ` ${countHolds(paying)} at payment ${isPlural(paying) ? "stay" : "stays"}.` : "";
  const more = left > 0 ? ` ${countHolds(left)} more ${isPlural(left) ? "are" : "is"} left: release again.` : "";
  return released === 0 && paying > 0 ? `Nothing was released.${stayed}` : `${done}${stayed}${more}`;
}
