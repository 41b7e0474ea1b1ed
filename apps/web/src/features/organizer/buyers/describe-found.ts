import { formatCount } from "~/ui/format/format-count";

export type Found = {
  count: number;
  /** What the shown bookings were searched by; empty for all. */
  search: string;
  /** Whether the shown bookings are those of an earlier search. */
  isLooking: boolean;
  hasMore: boolean;
};

/** The line above a list of bookings: how many are shown, and of what. */
export function describeFound({ count, search, isLooking, hasMore }: Found): string {
  if (isLooking) return search === "" ? "Looking…" : `Looking for “${search}”…`;
  const shown = `${formatCount(count)} ${count === 1 ? "booking" : "bookings"}`;
  if (search === "") return hasMore ? `${shown} loaded so far` : shown;
  return hasMore ? `${shown} for “${search}” so far; older ones are not searched yet` : `${shown} for “${search}”`;
}
