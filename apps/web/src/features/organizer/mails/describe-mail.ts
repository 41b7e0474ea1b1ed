import type { EventMail, MailState } from "@evently/core/mail";

/** What an organizer may look for, the most pressing first. */
export const mailStates: readonly { state: MailState; label: string }[] = [
  { state: "dead", label: "Not delivered" },
  { state: "due", label: "Waiting" },
  { state: "sent", label: "Sent" },
];

export const mailTitles: Record<EventMail["kind"], string> = {
  "booking-reserved": "Reserved on invoice",
  "booking-lapsed": "Reservation lapsed",
  "booking-confirmed": "Booking confirmed",
  "booking-changed": "Seats changed",
  "booking-refunded": "Part refunded",
  "booking-not-charged": "Payment could not be taken",
  "booking-cancelled": "Booking cancelled",
  "event-changed": "Event changed",
  "event-cancelled": "Event cancelled",
  reminder: "Reminder",
};

export const noMail = (state: MailState | undefined): string =>
  state === "dead" ? "Every mail was accepted so far." : "There are no mails here yet.";

type Delivery = Pick<EventMail, "state" | "attempts" | "last_error">;

/** What became of a mail, before the time at which it did. */
export function describeDelivery({ state, attempts, last_error }: Delivery): string {
  if (state === "sent") return "Sent";
  const tries = attempts === 1 ? "once" : `${attempts} times`;
  if (state === "dead") return `Not delivered, tried ${tries} (${last_error ?? "no answer"})`;
  return attempts === 0 ? "On its way" : `Tried ${tries}, again`;
}
