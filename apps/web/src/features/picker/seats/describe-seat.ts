import type { SeatState, SeatWords } from "~/features/hall/drawing/seat-source";
import { nameInHall } from "~/features/hall/name-in-hall";
import { featuresInHall } from "~/features/hall/seat-features";
import { formatCountdown } from "~/features/hold/countdown";
import type { Picker } from "../picker";

/** The price of a seat type in words, by its index in the hall. */
export type PriceOf = SeatWords["priceOf"];

/** A seat's state, as the map's key and a seat's label say it. */
export const stateNames: Record<SeatState, string> = {
  available: "Available",
  selected: "Selected",
  yours: "Held for you",
  held: "On hold",
  taken: "Taken",
  blocked: "Blocked",
};

/** The names and labels of the seats on the map. */
export function describeSeats(picker: Picker, priceOf: PriceOf): SeatWords {
  return {
    priceOf,
    nameOf: (seat) => seatName(picker, seat, priceOf),
    labelOf: (seat) => {
      const together = picker.previewed.length;
      const { seat_types, types } = picker.hall;
      const type = types[seat] ?? 0;
      const price = `${seat_types[type]} · ${priceOf(type)}`;
      return [
        nameInHall(picker, seat),
        together > 1 ? `${price} · ${together} together` : price,
        [describeState(picker, seat), ...featuresInHall(picker, seat)].join(" · "),
      ];
    },
  };
}

/** The accessible name: "Parterre, Row C, seat 12, Premium, US$120, available, Restricted view". */
export function seatName(picker: Picker, seat: number, priceOf: PriceOf): string {
  const { hall } = picker;
  const type = hall.types[seat] ?? 0;
  const state = picker.stateOf(seat);
  return [
    nameInHall(picker, seat),
    hall.seat_types[type],
    priceOf(type),
    state === "selected" ? "available, selected" : stateNames[state].toLowerCase(),
    picker.isLost(seat) ? "just taken" : "",
    ...featuresInHall(picker, seat),
  ]
    .filter(Boolean)
    .join(", ");
}

/** The line under a seat's name in its label. */
export function describeState(picker: Picker, seat: number): string {
  const state = picker.stateOf(seat);
  if (picker.isLost(seat)) return "Someone else just took it";
  const left = picker.secondsHeld(seat);
  return left === null ? stateNames[state] : `${stateNames[state]}, may free up in ${formatCountdown(left)}`;
}

/** "1 seat", "3 seats". */
export function countSeats(count: number): string {
  return count === 1 ? "1 seat" : `${count} seats`;
}
