import { nameAllInHall, nameInHall } from "~/features/hall/name-in-hall";
import type { Picker } from "../picker";
import { countSeats, describeState } from "../seats/describe-seat";

/** What to announce after a click on a seat; its notice, where there is one, is announced by itself. */
export function describeSelection(picker: Picker, seat: number): string {
  const name = nameInHall(picker, seat);
  const state = picker.stateOf(seat);
  const count = `${countSeats(picker.selection.read().seats.length)} selected.`;
  if (state === "selected") return `${name} added. ${count}`;
  if (picker.selection.read().notice?.kind === "asks") return "";
  if (state === "available" && !picker.locked) return `${name} removed. ${count}`;
  if (state === "available") return "Seats aren’t on sale right now.";
  return `${name}: ${describeState(picker, seat)}.`;
}

/** What to announce after seats were taken in place of lost ones. */
export function describeTaken(picker: Picker, offered: readonly number[]): string {
  const { seats } = picker.selection.read();
  const taken = offered.filter((seat) => seats.includes(seat));
  if (taken.length === 0) return "These seats are no longer free.";
  return `${nameAllInHall(picker, taken)} added. ${countSeats(seats.length)} selected.`;
}
