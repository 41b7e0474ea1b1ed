import type { EventPage } from "@evently/core/event";
import type { SeatMap } from "@evently/core/seat";
import { countSeats } from "~/features/picker/seats/describe-seat";
import type { SavedSeat } from "../correct/venue-seats";

export type OfficeState = "free" | "held" | "sold" | "blocked";

const states: Record<string, OfficeState> = { a: "free", h: "held", b: "sold", x: "blocked" };

/** A seat as the box office sees it; `reason` only of a blocked one. */
export type OfficeSeat = SavedSeat & { state: OfficeState; reason: string | null; price: number };

export const totalOf = (seats: readonly OfficeSeat[]): number => seats.reduce((sum, { price }) => sum + price, 0);

type Seen = { map: Pick<SeatMap, "states">; reasons: ReadonlyMap<string, string> };

/** An event's seats with their states now and what they cost, in the order of its hall. */
export function listOfficeSeats(
  saved: readonly SavedSeat[],
  { map, reasons }: Seen,
  { seat_type_prices }: Pick<EventPage, "seat_type_prices">,
): OfficeSeat[] {
  return saved.map((seat, i) => {
    const state = states[map.states[i] ?? "b"] ?? "sold";
    const reason = state === "blocked" ? (reasons.get(seat.seat_pos) ?? null) : null;
    return { ...seat, state, reason, price: seat_type_prices[seat.seat_type] ?? 0 };
  });
}

const stateWords: Record<OfficeState, string> = { free: "Free", held: "On hold", sold: "Sold", blocked: "Blocked" };

/** "Free", "Blocked: Press". */
export const describeOfficeState = ({ state, reason }: Pick<OfficeSeat, "state" | "reason">): string =>
  reason === null ? stateWords[state] : `${stateWords[state]}: ${reason}`;

/** "12 seats: 8 free, 4 blocked". */
export function describeChosen(seats: readonly OfficeSeat[]): string {
  const counted = (Object.keys(stateWords) as OfficeState[]).flatMap((state) => {
    const count = seats.filter((seat) => seat.state === state).length;
    return count === 0 ? [] : [`${count} ${stateWords[state].toLowerCase()}`];
  });
  return `${countSeats(seats.length)}: ${counted.join(", ")}`;
}

/** Blocked seats by their reasons, the largest group first. */
export function groupByReason(seats: readonly OfficeSeat[]): { reason: string; seats: OfficeSeat[] }[] {
  const groups = new Map<string, OfficeSeat[]>();
  for (const seat of seats) {
    if (seat.state !== "blocked") continue;
    const reason = seat.reason ?? "No reason known yet";
    groups.set(reason, [...(groups.get(reason) ?? []), seat]);
  }
  return [...groups]
    .map(([reason, own]) => ({ reason, seats: own }))
    .sort((a, b) => b.seats.length - a.seats.length || a.reason.localeCompare(b.reason));
}
