import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { type SeatSource, type SeatState, type SeatWords, showFreeSeats } from "~/features/hall/drawing/seat-source";
import type { Hall } from "~/features/hall/hall";
import { describeOfficeState, type OfficeSeat, type OfficeState } from "./office-seats";

type Shown = { seats: readonly OfficeSeat[]; chosen: ReadonlySet<string> };

/** A hall of which the box office chooses seats. */
export type OfficeSource = SeatSource & { words: SeatWords; show(next: Shown): void };

const drawn: Record<OfficeState, SeatState> = { free: "available", held: "held", sold: "taken", blocked: "blocked" };

export function makeOfficeSource(hall: Hall): OfficeSource {
  let shown: Shown = { seats: [], chosen: new Set() };
  const listeners = new Set<(changed: Iterable<number>) => void>();
  const isChosen = ({ chosen }: Shown, seat: number) => chosen.has(hall.ids[seat] ?? "");
  const describe = (seat: number) => {
    const own = shown.seats[seat];
    return own ? [nameSeat(own), own.seat_type, describeOfficeState(own)] : [];
  };
  const looks = (at: Shown, seat: number) => `${isChosen(at, seat)} ${at.seats[seat]?.state} ${at.seats[seat]?.reason}`;
  return {
    ...showFreeSeats(hall),
    stateOf: (seat) => (isChosen(shown, seat) ? "selected" : drawn[shown.seats[seat]?.state ?? "sold"]),
    isFree: (seat) => shown.seats[seat]?.state === "free",
    onSeats(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    words: {
      labelOf: describe,
      nameOf: (seat) => [...describe(seat), isChosen(shown, seat) ? "chosen" : ""].filter(Boolean).join(", "),
      priceOf: () => "",
    },
    show(next) {
      const before = shown;
      shown = next;
      const changed = [...hall.ids.keys()].filter((seat) => looks(before, seat) !== looks(next, seat));
      if (changed.length > 0) for (const listener of listeners) listener(changed);
    },
  };
}
