import type { EventAnalytics } from "@evently/core/analytics";
import { countLeft } from "@evently/core/analytics/analytics.rules";
import { formatMoney } from "@evently/core/format/format-money";
import { formatCount } from "~/ui/format/format-count";

export type StatusChange = "publish" | "pause" | "resume" | "cancel";

/** The figures that tell what a change of status does. */
export type StatusFigures = Pick<
  EventAnalytics,
  | "event_id"
  | "name"
  | "status"
  | "currency"
  | "total_seats"
  | "seats_held"
  | "seats_sold"
  | "seats_blocked"
  | "seats_reserved"
  | "total_bookings"
  | "total_cancellations"
  | "revenue"
>;

/** The changes that each status allows. */
export const changesFrom = {
  draft: ["publish", "cancel"],
  published: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  cancelling: [],
  cancelled: [],
  deleting: [],
} as const satisfies Record<EventAnalytics["status"], readonly StatusChange[]>;

export type Consequences = {
  title: string;
  /** What happens to seats and money, most important first. */
  points: readonly string[];
  confirm: string;
  keep: string;
};

/** What a change does to seats and money, shown before it is made. */
export function describeStatusChange(change: StatusChange, event: StatusFigures, sendsMail: boolean): Consequences {
  switch (change) {
    case "publish":
      return {
        title: "Publish this event?",
        points: [
          `Everyone can find it, and its ${count(event.total_seats, "seat")} can be bought while the sale is open.`,
          "Texts, times and prices can still be changed afterwards; its venue can’t.",
        ],
        confirm: "Publish",
        keep: "Keep as draft",
      };
    case "pause":
      return {
        title: "Pause sales?",
        points: [
          "No more seats can be held, and the event leaves the list. Its page stays and says that sales are paused.",
          event.seats_held > 0
            ? `The ${count(event.seats_held, "seat")} on hold can still be paid for until their time runs out.`
            : "No seats are on hold right now.",
          `${describeSold(event)} Nothing is refunded.`,
        ],
        confirm: "Pause sales",
        keep: "Keep selling",
      };
    case "resume":
      return {
        title: "Resume sales?",
        points: [
          `The ${count(countLeft(event), "unsold seat")} can be bought again at once, and the event is back in the list.`,
          "Open pages update within seconds.",
        ],
        confirm: "Resume sales",
        keep: "Stay paused",
      };
    case "cancel":
      return { title: "Cancel this event?", ...describeCancel(event, sendsMail), keep: "Keep the event" };
  }
}

function describeCancel(event: StatusFigures, sendsMail: boolean): Pick<Consequences, "points" | "confirm"> {
  const bookings = event.total_bookings - event.total_cancellations;
  const money = formatMoney(event.revenue, event.currency);
  const sold =
    bookings > 0
      ? `${count(bookings, "booking")} with ${count(event.seats_sold, "seat")} ${bookings === 1 ? "is" : "are"} cancelled, and ${
          event.revenue > 0
            ? `${money} is refunded to the buyers in full`
            : "nothing is refunded, since nothing was paid"
        }.`
      : "Nothing is sold, so nothing is refunded.";
  const told =
    bookings > 0
      ? [
          sendsMail
            ? "Buyers are told by mail. Who left no address reads it on their ticket’s page."
            : "Nobody is told: no mail is sent here. Buyers read it on their ticket’s page, so write to them yourself as well.",
        ]
      : [];
  const held =
    event.seats_held > 0
      ? [
          `The ${count(event.seats_held, "seat")} on hold can no longer be paid for; a payment already running is refunded.`,
        ]
      : [];
  return {
    points: [sold, ...told, ...held, "Sales end now. You can’t undo this."],
    confirm: event.revenue > 0 ? `Cancel and refund ${money}` : "Cancel event",
  };
}

function describeSold({ total_bookings, total_cancellations, seats_sold }: StatusFigures): string {
  const bookings = total_bookings - total_cancellations;
  if (bookings === 0) return "Nothing is sold yet.";
  return `${count(bookings, "booking")} with ${count(seats_sold, "seat")} ${bookings === 1 ? "stays" : "stay"} valid.`;
}

const count = (number: number, noun: string) => `${formatCount(number)} ${noun}${number === 1 ? "" : "s"}`;
