import type { EventAnalytics } from "@evently/core/analytics";
import { formatCount } from "~/ui/format/format-count";
import { formatMoney } from "~/ui/format/format-money";

export type StatusChange = "publish" | "pause" | "resume" | "cancel";

/** As much of an event's figures as tells what a change of its status does. */
export type StatusFigures = Pick<
  EventAnalytics,
  | "event_id"
  | "name"
  | "status"
  | "currency"
  | "total_seats"
  | "seats_held"
  | "seats_sold"
  | "total_bookings"
  | "total_cancellations"
  | "revenue"
>;

/** What may be done with an event that stands so. */
export const changesFrom = {
  draft: ["publish", "cancel"],
  published: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  cancelling: [],
  cancelled: [],
} as const satisfies Record<EventAnalytics["status"], readonly StatusChange[]>;

export type Consequences = {
  title: string;
  /** What happens to seats and money, the weightiest first. */
  points: readonly string[];
  confirm: string;
  keep: string;
};

/** What a change does to seats and money, said before it is made. */
export function describeStatusChange(change: StatusChange, event: StatusFigures): Consequences {
  switch (change) {
    case "publish":
      return {
        title: "Publish this event?",
        points: [
          `Everyone can find it, and its ${count(event.total_seats, "seat")} can be bought while its sale is open.`,
          "Its venue, time and prices stay as they are from then on.",
        ],
        confirm: "Publish",
        keep: "Keep it a draft",
      };
    case "pause":
      return {
        title: "Pause the sale?",
        points: [
          "No more seats can be held from now on, and the event leaves the list. Its page stays and says that the sale is paused.",
          event.seats_held > 0
            ? `The ${count(event.seats_held, "seat")} held right now may still be paid for until their time runs out.`
            : "Nobody holds seats right now.",
          `${describeSold(event)} No money moves.`,
        ],
        confirm: "Pause the sale",
        keep: "Keep selling",
      };
    case "resume":
      return {
        title: "Go on with the sale?",
        points: [
          `The ${count(event.total_seats - event.seats_sold, "seat")} not sold can be held and bought again at once, and the event is back in the list.`,
          "Open pages notice within seconds.",
        ],
        confirm: "Go on selling",
        keep: "Stay paused",
      };
    case "cancel":
      return { title: "Call this event off?", ...describeCancel(event), keep: "Keep the event" };
  }
}

function describeCancel(event: StatusFigures): Pick<Consequences, "points" | "confirm"> {
  const bookings = event.total_bookings - event.total_cancellations;
  const money = formatMoney(event.revenue, event.currency);
  const sold =
    bookings > 0
      ? `${count(bookings, "booking")} with ${count(event.seats_sold, "seat")} ${bookings === 1 ? "is" : "are"} cancelled, and ${
          event.revenue > 0 ? `${money} goes back to the buyers in full` : "nothing is refunded, since nothing was paid"
        }.`
      : "Nothing is sold, so no money goes back.";
  const held =
    event.seats_held > 0
      ? [
          `The ${count(event.seats_held, "seat")} held right now can no longer be paid for; a payment already under way is paid back.`,
        ]
      : [];
  return {
    points: [sold, ...held, "The sale ends now, and this can’t be undone."],
    confirm: event.revenue > 0 ? `Call off and refund ${money}` : "Call the event off",
  };
}

function describeSold({ total_bookings, total_cancellations, seats_sold }: StatusFigures): string {
  const bookings = total_bookings - total_cancellations;
  if (bookings === 0) return "Nothing is sold yet.";
  return `${count(bookings, "booking")} with ${count(seats_sold, "seat")} ${bookings === 1 ? "stays" : "stay"} valid.`;
}

const count = (number: number, noun: string) => `${formatCount(number)} ${noun}${number === 1 ? "" : "s"}`;
