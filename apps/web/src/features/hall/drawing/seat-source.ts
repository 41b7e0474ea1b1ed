import type { Hall } from "../hall";
import { nameInHall } from "../name-in-hall";
import { featuresInHall } from "../seat-features";

/**
 * What a seat is drawn as. `selected` is marked on this page only, `yours` is held for the visitor. Buyers see a `blocked`
 * one as taken.
 */
export type SeatState = "available" | "held" | "taken" | "blocked" | "selected" | "yours";

/** What the map asks about the seats that it draws. */
export type SeatSource = {
  readonly hall: Hall;
  stateOf(seat: number): SeatState;
  isFree(seat: number): boolean;
  /** It was selected until someone else took it. */
  isLost(seat: number): boolean;
  /** It is not what is looked for. */
  isDimmed(seat: number): boolean;
  /** So are all seats of its kind, by the kind's index in the hall. */
  isKindDimmed(kind: number): boolean;
  /** Something is looked for. */
  readonly isFiltered: boolean;
  /** A click on the seat pointed at would take it too. */
  isPreviewed(seat: number): boolean;
  /** The seat that is pointed at or has the focus; null when none has. */
  preview(seat: number | null): void;
  /** Calls `listener` with the seats to be drawn again; returns what ends that. */
  onSeats(listener: (changed: Iterable<number>) => void): () => void;
  /** Calls `listener` when other kinds are dimmed; returns what ends that. */
  onFilter(listener: () => void): () => void;
};

export type SeatWords = {
  /** The accessible name. */
  nameOf(seat: number): string;
  /** The lines of the label. */
  labelOf(seat: number): readonly string[];
  /** The price of a seat type, by its index in the hall. */
  priceOf(type: number): string;
};

/** Seats that are only shown: all are free, none can be selected. */
export function showFreeSeats(hall: Hall): SeatSource {
  return {
    hall,
    stateOf: () => "available",
    isFree: () => true,
    isLost: () => false,
    isDimmed: () => false,
    isKindDimmed: () => false,
    isFiltered: false,
    isPreviewed: () => false,
    preview: () => undefined,
    onSeats: () => () => undefined,
    onFilter: () => () => undefined,
  };
}

/** Where each seat is, where there are no prices yet. */
export function nameSeats(hall: Hall): SeatWords {
  const labelOf = (seat: number) => [
    nameInHall({ hall }, seat),
    hall.seat_types[hall.types[seat] ?? 0] ?? "",
    featuresInHall({ hall }, seat).join(", "),
  ];
  return { labelOf, nameOf: (seat) => labelOf(seat).filter(Boolean).join(", "), priceOf: () => "" };
}
