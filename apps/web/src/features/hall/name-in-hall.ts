import type { SeatLabel } from "@evently/core/seat";
import { nameSeat, nameSeats } from "@evently/core/seat/name-seats.rules";
import { type Hall, rowOfSeat } from "./hall";

type InHall = { readonly hall: Hall };

/** What is printed on a seat; its section only where the hall has several. */
function labelInHall(hall: Hall, seat: number): SeatLabel {
  const row = rowOfSeat(hall, seat);
  const section = hall.sections.length > 1 ? hall.sections[row?.section ?? -1]?.name : "";
  return { section: section ?? "", row_label: row?.label ?? "", seat_label: hall.labels[seat] ?? "" };
}

/** "Balcony, Row C, seat 12". */
export const nameInHall = ({ hall }: InHall, seat: number): string => nameSeat(labelInHall(hall, seat));

/** "Balcony, Row C, seats 12 to 14". */
export const nameAllInHall = ({ hall }: InHall, seats: readonly number[]): string =>
  nameSeats(seats.map((seat) => labelInHall(hall, seat)));

/** A row on a map of the whole hall: "Balcony, Row C", or "Loge 3" where there are no rows. */
export function nameRowInHall({ hall }: InHall, row: Hall["rows"][number]): string {
  const section = hall.sections.length > 1 ? hall.sections[row.section]?.name : "";
  return [...new Set([section, nameRow({ hall }, row)])].filter(Boolean).join(", ");
}

/** The row of a section, for a list of rows; where nothing is printed for it, its section, else just its seats. */
export function nameRow({ hall }: InHall, row: Hall["rows"][number]): string {
  return row.label ? `Row ${row.label}` : hall.sections[row.section]?.name || "Seats";
}
