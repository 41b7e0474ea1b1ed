import type { SeatStore } from "../seat-store";
import { placeName, seatHint } from "../seats/seat-name";

/** What to say after a seat was picked or given back; its notice, where there is one, speaks for itself. */
export function sayPick(store: SeatStore, seat: number): string {
  const { selected } = store.state;
  const count = `${selected.length} ${selected.length === 1 ? "seat" : "seats"} in your list.`;
  const look = store.look(seat);
  if (look === "selected") return `${placeName(store, seat)} added. ${count}`;
  if (look === "available" && !store.locked) return `${placeName(store, seat)} removed. ${count}`;
  if (look === "available") return "Seats can’t be chosen now.";
  return `${placeName(store, seat)}: ${seatHint(store, seat)}.`;
}
