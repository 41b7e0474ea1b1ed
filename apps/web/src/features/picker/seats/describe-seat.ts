import type { SeatWords } from "~/features/hall/drawing/seat-source";
import { rowOfSeat } from "~/features/hall/hall";
import { placeName, sectionName, zoneName } from "~/features/hall/place-name";
import { formatCountdown } from "~/features/hold/countdown";
import type { Picker } from "../picker";

/** The price of a seat type in words, by its index in the hall. */
export type PriceOf = SeatWords["priceOf"];

const words = { available: "available", held: "held", taken: "taken", selected: "available, selected", yours: "yours" };

/** The names and labels of the seats on the map. */
export function describeSeats(picker: Picker, priceOf: PriceOf): SeatWords {
  return {
    priceOf,
    nameOf: (seat) => seatName(picker, seat, priceOf),
    labelOf: (seat) => {
      const together = picker.previewed.length;
      const price = `${zoneName(picker, seat)} · ${priceOf(picker.hall.types[seat] ?? 0)}`;
      return [
        placeName(picker, seat),
        together > 1 ? `${price} · ${together} together` : price,
        describeState(picker, seat),
      ];
    },
  };
}

/** The accessible name: "Row C seat 12, Orchestra, US$120, available, accessible, Parterre". */
export function seatName(picker: Picker, seat: number, priceOf: PriceOf): string {
  const { hall } = picker;
  const type = hall.types[seat] ?? 0;
  const section = sectionName(picker, seat);
  return [
    placeName(picker, seat),
    hall.seat_types[type],
    priceOf(type),
    words[picker.stateOf(seat)],
    picker.isLost(seat) ? "just taken" : "",
    hall.accessible[seat] ? "accessible" : "",
    section === hall.seat_types[type] ? "" : section,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The line under a seat's name in its label. */
export function describeState(picker: Picker, seat: number): string {
  const state = picker.stateOf(seat);
  if (picker.isLost(seat)) return "Someone else just took it";
  if (state === "selected") return "Selected";
  if (state === "yours") return "Held for you";
  if (state === "taken") return "Taken";
  if (state === "available") return picker.hall.accessible[seat] ? "Available, wheelchair space" : "Available";
  const left = picker.secondsHeld(seat);
  return left === null ? "On hold" : `On hold, may free up in ${formatCountdown(left)}`;
}

/** Several seats: "A-7", "A-7 and A-8", "A-7, A-8 and A-9". */
export function listSeats(picker: Picker, seats: readonly number[]): string {
  const names = seats.map((seat) => `${rowOfSeat(picker.hall, seat)?.label ?? ""}-${picker.hall.nums[seat] ?? ""}`);
  return new Intl.ListFormat("en-GB").format(names);
}

/** "1 seat", "3 seats". */
export function countSeats(count: number): string {
  return count === 1 ? "1 seat" : `${count} seats`;
}
