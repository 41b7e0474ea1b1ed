import { mostMoved, mostSold } from "@evently/core/box-office/limits.rules";
import type { OfficeSeat } from "./office-seats";

/** Why something can't be done with the chosen seats; null where it can. */
export type Choices = { block: string | null; release: string | null; sell: string | null };

const allAre = (seats: readonly OfficeSeat[], ...states: OfficeSeat["state"][]): boolean =>
  seats.every(({ state }) => states.includes(state));

/** What the box office can do with the chosen seats now. */
export function chooseActs(seats: readonly OfficeSeat[]): Choices {
  return {
    block: allAre(seats, "free") ? null : "Only free seats can be blocked.",
    release: allAre(seats, "blocked") ? null : "Only blocked seats can be released.",
    sell: !allAre(seats, "free", "blocked")
      ? "Only free and blocked seats can be sold."
      : seats.length > mostSold
        ? `At most ${mostSold} seats are sold at once.`
        : null,
  };
}

/** Why seats can't be moved to the chosen ones yet; null where they can. */
export function findMoveFault(from: readonly string[], to: readonly OfficeSeat[]): string | null {
  if (from.length > mostMoved) return `At most ${mostMoved} seats are moved at once: move the others afterwards.`;
  const others = to.filter(({ state, seat_pos }) => state !== "free" && !from.includes(seat_pos));
  if (others.length > 0) return "Seats can only be moved to free ones. Release blocked seats first.";
  if (to.length !== from.length) return `${to.length} of ${from.length} seats chosen.`;
  return to.every(({ seat_pos }, i) => seat_pos === from[i]) ? "These are the booking’s own seats." : null;
}
