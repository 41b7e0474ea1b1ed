import { nameAllInHall, nameInHall } from "~/features/hall/name-in-hall";
import type { SeatNeed } from "~/features/hall/seat-features";
import type { Picker } from "../picker";
import { countSeats } from "../seats/describe-seat";
import { type DimReason, type LostSeats, type Notice, whyDimmed } from "./selection";

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
    case "asks":
      return describeQuestion(picker, notice.seat);
    case "ended": {
      const [seats, them] =
        notice.seats.length === 1 ? ["seat is", "it while it’s"] : ["seats are", "them while they’re"];
      const names = nameAllInHall(picker, notice.seats);
      const ended = notice.by ? `The organizer released ${names}.` : `Your hold on ${names} has expired.`;
      return `${ended} The ${seats} still selected: hold ${them} free.`;
    }
    case "released":
      return `${notice.count === 1 ? "The seat is" : `${notice.count} seats are`} back on sale.`;
    case "checking":
      return "Many new visitors come from your network, so your browser does a short check first. It takes a few seconds.";
    case "repriced":
    case "failed":
    case "unanswered":
      return notice.text;
  }
}

const list = new Intl.ListFormat("en-GB");

const unmetNeeds: Record<SeatNeed, string> = {
  accessible: "isn’t a wheelchair space",
  companion: "isn’t a companion seat",
  step_free: "has no step-free access",
  hearing_loop: "has no hearing loop",
  full_view: "has a restricted view",
};

/** "Stalls, Row C, seat 3 is in Balcony and has a restricted view. Press it again to take it anyway." */
function describeQuestion(picker: Picker, seat: number): string {
  const reasons = whyDimmed(picker.selection.read(), seat, picker);
  const why = list.format(reasons.map((reason) => describeReason(picker, seat, reason)));
  return `${nameInHall(picker, seat)} ${why}. Press it again to take it anyway.`;
}

function describeReason({ hall }: Picker, seat: number, reason: DimReason): string {
  if (reason.by === "type") return `is in ${hall.seat_types[hall.types[seat] ?? 0]}`;
  if (reason.by === "price") return "costs more than you chose";
  if (reason.by === "need") return unmetNeeds[reason.need];
  return `has no ${reason.count - 1} free ${reason.count === 2 ? "seat" : "seats"} next to it`;
}
