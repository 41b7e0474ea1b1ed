import type { LayoutId, VenueId } from "@evently/core/ids";
import type { Layout } from "@evently/core/venue/layout";

const six = [1, 2, 3, 4, 5, 6];

/** A (with an aisle), B (numbered from right to left) and C before the stage, SA along the right side, running away from it. */
export const twoSections: Layout = {
  layout_id: "layout-venue-00001-1" as LayoutId,
  venue_id: "venue-00001" as VenueId,
  seat_types: ["Front", "Rear"],
  seat_count: 22,
  rows: [
    row("A", "Stalls", [0, 5, 10, 25, 30, 35], Array(6).fill(10), 0),
    row("B", "Stalls", [25, 20, 15, 10, 5, 0], Array(6).fill(19), 0),
    row("C", "Stalls", [0, 5, 10, 15, 20, 25], Array(6).fill(28), 1),
    row("SA", "Side", Array(4).fill(60), [10, 15, 20, 25], 1),
  ],
};

function row(name: string, section: string, xs: number[], ys: number[], type: number): Layout["rows"][number] {
  const nums = six.slice(0, xs.length);
  const printed = { row: name, row_label: name.at(-1) ?? "", section, nums, labels: null };
  return { ...printed, xs, ys, types: xs.map(() => type), accessible: [], properties: [] };
}
