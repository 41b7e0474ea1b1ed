import * as z from "zod/mini";
import { StoredLayoutId, StoredVenueId } from "../ids.ts";

/**
 * A row of seats as drawn. `xs[i]`, `ys[i]` and `nums[i]` describe seat i, in decimetres, y growing away from the
 * stage; `types[i]` is an index into the layout's seat_types; `accessible` lists indexes into the row.
 */
export const LayoutRow = z.object({
  row: z.string(),
  row_label: z.string(),
  section: z.string(),
  nums: z.array(z.int()),
  xs: z.array(z.number()),
  ys: z.array(z.number()),
  types: z.array(z.int()),
  accessible: z.array(z.int()),
});
export type LayoutRow = z.infer<typeof LayoutRow>;

/**
 * Immutable positions of a venue's seats at one revision. The order of the seats, row by row, is the order of
 * SeatMap.states.
 */
export const Layout = z.object({
  layout_id: StoredLayoutId,
  venue_id: StoredVenueId,
  seat_types: z.array(z.string()),
  seat_count: z.int(),
  rows: z.array(LayoutRow),
});
export type Layout = z.infer<typeof Layout>;
