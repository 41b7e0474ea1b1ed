import type { LayoutId, VenueId } from "@evently/core/ids";
import type { Layout } from "@evently/core/layout";

const six = [1, 2, 3, 4, 5, 6];
const sideProperties: Layout["rows"][number]["properties"] = [
  { property: "companion", seats: [0] },
  { property: "restricted_view", seats: [0, 1] },
];

/** A (with an aisle), B (numbered from right to left) and C before the stage, SA along the right side, running away from it: of its
 * seats two have a restricted view, and the first is a companion seat. */
export const twoSections: Layout = {
  layout_id: "layout-venue-00001-1" as LayoutId,
  venue_id: "venue-00001" as VenueId,
  seat_types: ["Front", "Rear"],
  seat_count: 22,
  rows: [
    row("A", "Stalls", [0, 5, 10, 25, 30, 35], Array(6).fill(10), 0),
    row("B", "Stalls", [25, 20, 15, 10, 5, 0], Array(6).fill(19), 0),
    row("C", "Stalls", [0, 5, 10, 15, 20, 25], Array(6).fill(28), 1),
    { ...row("SA", "Side", Array(4).fill(60), [10, 15, 20, 25], 1), properties: sideProperties },
  ],
};

function row(name: string, section: string, xs: number[], ys: number[], type: number): Layout["rows"][number] {
  const nums = six.slice(0, xs.length);
  const printed = { row: name, row_label: name.at(-1) ?? "", section, nums, labels: null };
  return { ...printed, xs, ys, types: xs.map(() => type), accessible: [], properties: [] };
}
