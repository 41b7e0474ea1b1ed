import type { Layout } from "@evently/core/layout";
import { listLayoutSeats } from "@evently/core/layout/layout.rules";
import { labelKey } from "@evently/core/venue/seat-keys.rules";
import type { ExistingLayout } from "./seating-plan";

/** What rows that are added to a layout must know of it. */
export function readExistingLayout(layout: Layout): ExistingLayout {
  let depth = 0;
  let deepestSection: string | null = null;
  for (const { section, ys } of layout.rows) {
    const reach = ys.reduce((most, y) => Math.max(most, y), 0);
    if (reach > depth) [depth, deepestSection] = [reach, section];
  }
  return { seats: new Set(listLayoutSeats(layout).map(labelKey)), depth, section: deepestSection };
}
