import { nameAllInHall } from "~/features/hall/name-in-hall";
import type { Picker } from "../picker";
import { countSeats } from "../seats/describe-seat";
import type { LostSeats, Notice } from "./selection";

/** "Row A, seats 7 and 8 were just taken. Take Row B, seats 7 and 8 instead?" */
export function describeLost(picker: Picker, { seats, alternatives, replacesAll }: LostSeats): string {
  const isOne = seats.length === 1;
  const taken = `${nameAllInHall(picker, seats)} ${isOne ? "was" : "were"} just taken.`;
  if (alternatives.length > 0) {
    const replaced = replacesAll && alternatives.length > seats.length ? " of your selection" : "";
    return `${taken} Take ${nameAllInHall(picker, alternatives)} instead${replaced}?`;
  }
  const others = picker.selection.read().seats.length;
  const kept = others === 0 ? "" : ` Your other ${others === 1 ? "seat is" : "seats are"} still selected.`;
  return `${taken}${kept} Pick ${isOne ? "another seat" : "other seats"} on the map.`;
}

export function describeNotice(picker: Picker, notice: Notice): string {
  switch (notice.kind) {
    case "limit":
      return `You can hold up to ${countSeats(picker.seatLimit)} at once. Hold these first, or remove one.`;
    case "not_adjacent":
      return `There aren’t ${notice.count} free seats together there, so only this one was selected.`;
    case "ended": {
      const [seats, them] =
        notice.seats.length === 1 ? ["seat is", "it while it’s"] : ["seats are", "them while they’re"];
      return `Your hold on ${nameAllInHall(picker, notice.seats)} has expired. The ${seats} still selected: hold ${them} free.`;
    }
    case "released":
      return `${notice.count === 1 ? "The seat is" : `${notice.count} seats are`} back on sale.`;
    case "failed":
    case "unanswered":
      return notice.text;
  }
}
