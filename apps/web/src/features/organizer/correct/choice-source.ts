import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { type SeatSource, type SeatWords, showFreeSeats } from "~/features/hall/drawing/seat-source";
import type { Hall } from "~/features/hall/hall";
import { nameFeatures } from "~/features/hall/seat-features";
import type { EditedSeat } from "./seat-edits";

type Shown = { seats: readonly EditedSeat[]; chosen: ReadonlySet<string> };

/** A hall whose seats are chosen to be corrected: the map draws chosen ones as selected and removed ones as taken. */
export type ChoiceSource = SeatSource & { words: SeatWords; show(next: Shown): void };

export function makeChoiceSource(hall: Hall): ChoiceSource {
  let shown: Shown = { seats: [], chosen: new Set() };
  const listeners = new Set<(changed: Iterable<number>) => void>();
  const isChosen = ({ chosen }: Shown, seat: number) => chosen.has(hall.ids[seat] ?? "");
  const describe = (seat: number) => {
    const edited = shown.seats[seat];
    if (!edited) return [];
    return [nameSeat(edited), edited.seat_type, edited.removed ? "Removed" : nameFeatures(edited).join(" · ")];
  };
  return {
    ...showFreeSeats(hall),
    stateOf: (seat) => (isChosen(shown, seat) ? "selected" : shown.seats[seat]?.removed ? "taken" : "available"),
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
      const changed = [...hall.ids.keys()].filter(
        (seat) => before.seats[seat] !== next.seats[seat] || isChosen(before, seat) !== isChosen(next, seat),
      );
      if (changed.length > 0) for (const listener of listeners) listener(changed);
    },
  };
}
