import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { Hall } from "~/features/hall/hall";
import { nameAllInHall } from "~/features/hall/name-in-hall";
import type { Way } from "./find-way";

const kinds = new Intl.PluralRules("en", { type: "ordinal" });
const endings = new Map([
  ["one", "st"],
  ["two", "nd"],
  ["few", "rd"],
]);

const ordinal = (number: number): string => `${number}${endings.get(kinds.select(number)) ?? "th"}`;

/** A way in words: "Stalls, Row D, seats 5 and 6", and from where one comes to them. */
export function describeWay(hall: Hall, { seats, end, isAisle, place }: Way): { name: string; words: string } {
  const isOne = seats.length === 1;
  const side = isAisle ? "aisle" : "end of the row";
  const first = nameSeat({ section: "", row_label: "", seat_label: hall.labels[end] ?? "" });
  const words =
    place === 1
      ? `${isOne ? "It is right" : "They begin"} at the nearest ${side}.`
      : `${first} is at the nearest ${side}: ${isOne ? "yours is" : "yours begin with"} the ${ordinal(place)} seat from there.`;
  return { name: nameAllInHall({ hall }, seats), words };
}
