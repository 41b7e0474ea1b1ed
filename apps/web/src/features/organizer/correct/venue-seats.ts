import type { Layout } from "@evently/core/layout";
import { listLayoutSeats } from "@evently/core/layout/layout.rules";
import type { SeatLabel, SeatProperty } from "@evently/core/seat";

/** A seat with all that can be corrected of it. */
export type SavedSeat = SeatLabel & {
  seat_pos: string;
  seat_type: string;
  accessible: boolean;
  properties: readonly SeatProperty[];
};

/** A venue's seats, in the order in which its hall numbers them. */
export function listSavedSeats(layout: Layout): SavedSeat[] {
  const types = layout.rows.flatMap((row) => row.types);
  return listLayoutSeats(layout).map((seat, i) => ({
    ...{ seat_pos: seat.seat_pos, section: seat.section, row_label: seat.row_label, seat_label: seat.seat_label },
    ...{ accessible: seat.accessible, properties: seat.properties },
    seat_type: layout.seat_types[types[i] ?? 0] ?? "",
  }));
}

/** The venue's revision at which its layout was drawn: one answer says both, so they never differ. */
export const revisionOf = ({ layout_id }: Layout): number => Number(layout_id.split("-").at(-1));
