import { type Hall, rowOfSeat } from "~/features/hall/hall";
import { formatClock } from "~/features/hold/countdown";
import type { SeatStore } from "../seat-store";

/** What a seat costs, in words: by its type's index in the hall. */
export type PriceOf = (type: number) => string;

const words = { available: "available", held: "held", taken: "taken", selected: "available, selected", yours: "yours" };

type OfHall = { readonly hall: Hall };

/** "Row C seat 12". */
export function placeName({ hall }: OfHall, index: number): string {
  return `Row ${rowOfSeat(hall, index)?.label ?? ""} seat ${hall.nums[index] ?? ""}`;
}

/** "C-12": as short as it can be said. */
function shortName({ hall }: SeatStore, index: number): string {
  return `${rowOfSeat(hall, index)?.label ?? ""}-${hall.nums[index] ?? ""}`;
}

/** The name of the section a seat is in; empty where the hall has but one. */
function sectionName({ hall }: OfHall, index: number): string {
  const row = rowOfSeat(hall, index);
  return hall.sections.length > 1 && row ? (hall.sections[row.section]?.name ?? "") : "";
}

/** "Parterre · Balcony left": the seat's type and section, said once where they are the same. */
export function zoneName(store: OfHall, index: number): string {
  const type = store.hall.seat_types[store.hall.types[index] ?? 0] ?? "";
  const section = sectionName(store, index);
  return section && section !== type ? `${type} · ${section}` : type;
}

/** The accessible name: "Row C seat 12, Orchestra, $120, available, accessible, Parterre". */
export function seatName(store: SeatStore, index: number, priceOf: PriceOf): string {
  const type = store.hall.types[index] ?? 0;
  const section = sectionName(store, index);
  return [
    placeName(store, index),
    store.hall.seat_types[type],
    priceOf(type),
    words[store.look(index)],
    store.isLost(index) ? "just taken" : "",
    store.hall.accessible[index] ? "accessible" : "",
    section === store.hall.seat_types[type] ? "" : section,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The line under a seat's name in its label. */
export function seatHint(store: SeatStore, index: number): string {
  const look = store.look(index);
  if (store.isLost(index)) return "Someone else just took it";
  if (look === "selected") return "In your list";
  if (look === "yours") return "Held for you";
  if (look === "taken") return "Taken";
  if (look === "available") return store.hall.accessible[index] ? "Available, wheelchair space" : "Available";
  const left = store.secondsHeld(index);
  return left === null ? "Held by someone else" : `Held, may free in ${formatClock(left)}`;
}

/** Seats said in a row: "A-7", "A-7 and A-8", "A-7, A-8 and A-9". */
export function listSeats(store: SeatStore, seats: readonly number[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" })
    .format(seats.map((index) => shortName(store, index)))
    .replace(/, and /, " and ");
}

/** "1 seat", "3 seats". */
export function countSeats(count: number): string {
  return count === 1 ? "1 seat" : `${count} seats`;
}
