import * as z from "zod/mini";
import { StoredLayoutId, StoredVenueId } from "../ids.ts";
import { SeatProperty } from "../seat/seat.ts";

/**
 * A row of seats as drawn. `xs[i]`, `ys[i]` and `nums[i]` describe seat i, in decimetres, y growing away from the
 * stage; its key is `{row}-{nums[i]}`, and its label `labels[i]`, or the number where `labels` is null. `types[i]` is an
 * index into the layout's seat_types; `accessible` and `properties` list indexes into the row. A printed row is
 * (section, row_label): two rows may share the code `row`, and one printed row may stand in several of these.
 */
export const LayoutRow = z.object({
  row: z.string(),
  row_label: z.string(),
  section: z.string(),
  nums: z.array(z.int()),
  labels: z._default(z.nullable(z.array(z.string())), null),
  xs: z.array(z.number()),
  ys: z.array(z.number()),
  types: z.array(z.int()),
  accessible: z.array(z.int()),
  properties: z._default(z.array(z.object({ property: SeatProperty, seats: z.array(z.int()) })), []),
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
