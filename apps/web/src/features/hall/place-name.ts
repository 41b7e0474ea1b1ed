import { type Hall, rowOfSeat } from "./hall";

type InHall = { readonly hall: Hall };

/** "Row C seat 12". */
export function placeName({ hall }: InHall, seat: number): string {
  return `Row ${rowOfSeat(hall, seat)?.label ?? ""} seat ${hall.nums[seat] ?? ""}`;
}

/** The name of the section a seat is in; empty where the hall has only one. */
export function sectionName({ hall }: InHall, seat: number): string {
  const row = rowOfSeat(hall, seat);
  return hall.sections.length > 1 && row ? (hall.sections[row.section]?.name ?? "") : "";
}

/** "Parterre · Balcony left": the seat's type and section, only once where they are the same. */
export function zoneName({ hall }: InHall, seat: number): string {
  const type = hall.seat_types[hall.types[seat] ?? 0] ?? "";
  const section = sectionName({ hall }, seat);
  return section && section !== type ? `${type} · ${section}` : type;
}
