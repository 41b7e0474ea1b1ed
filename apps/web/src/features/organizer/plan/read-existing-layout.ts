import type { Layout } from "@evently/core/venue/layout";
import { listSeatIds } from "@evently/core/venue/layout.rules";
import type { ExistingLayout } from "./seating-plan";

/** What rows that are added to a layout must know of it. */
export function readExistingLayout(layout: Layout): ExistingLayout {
  const codes = new Map<string, string>();
  let depth = 0;
  let deepestSection: string | null = null;
  for (const { row, row_label, section, ys } of layout.rows) {
    if (!codes.has(section)) codes.set(section, row.endsWith(row_label) ? row.slice(0, -row_label.length) : "");
    const reach = Math.max(...ys);
    if (reach > depth) [depth, deepestSection] = [reach, section];
  }
  return { seats: new Set(listSeatIds(layout)), codes, depth, section: deepestSection };
}
