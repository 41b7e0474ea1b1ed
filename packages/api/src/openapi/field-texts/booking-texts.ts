import type { FieldTexts } from "./field-texts.ts";

const bookings = ["BookingView", "OwnBookingView", "SoldBooking"];
const link =
  "What opens the booking without an account, at `/t/{link}` of the site and `/tickets/{link}`: keep it secret.";

export const bookingTexts: readonly FieldTexts[] = [
  {
    owners: bookings,
    fields: {
      user_id: "The buyer's user id.",
      seats: "The keys of the booked seats.",
      total: "What all seats together cost, in the minor unit.",
      booking_date:
        "When it was booked: an instant with nine digits after the seconds, so that no two bookings of an event are the same.",
      state:
        "`awaiting_payment` (reserved on invoice: nobody else can have the seats, and there are no tickets yet), `confirmed` or `cancelled`.",
      due_at:
        "Until when the invoice has to be paid; if nobody notes that it was, the seats are free again. Absent unless it was reserved on invoice.",
      paid_at: "When the invoice was noted as paid, which made it a booking; absent before, and without an invoice.",
      cancelled_at: "When it was cancelled; null if it wasn't.",
      refund: "What its cancellation gave back to the buyer; null if it wasn't cancelled.",
      refunds: "All that was given back, by a cancellation too, oldest first.",
      refunded: "Their sum, in the minor unit.",
      payment_status:
        "`none` (nothing to pay), `authorized` (reserved), `captured` (taken), `partly_refunded` while something is left of it, `refunding` and `refunded` once nothing is. The " +
        "others are steps of payments that failed or ended without a booking. Treat `authorized` as paid: it is captured a moment later. " +
        "`cash` was taken at the box office, which also pays a refund out. `unpaid`: reserved on invoice, and not paid. `invoice`: that was paid to the seller, who also pays a refund out. " +
        "`voided`: the bank did not release the money after all, nothing was paid, and the entry in `refunds` gives nothing back.",
      dispute:
        "Where the buyer's bank takes the payment back: how the newest of it stands; null if none does, and for whoever doesn't work at the box office.",
      refund_if_cancelled:
        "What a cancellation by you would pay back now, in the minor unit; null if you can't cancel it.",
      counter: "`cash` or `comp` (for nothing) where it was made at the box office; absent otherwise.",
      changes: "How often its seats were changed by the box office; absent if never.",
      moved_from: "The start that was sold, where the event now begins at another time; else null.",
      cancellable_until:
        "Until when its buyer may cancel; null if they can't any more, or the event is cancelled, which returns everything.",
    },
  },
  {
    owners: ["OwnBookingView"],
    fields: { link: `${link} For its buyer alone.` },
  },
  {
    owners: ["MarkPaid"],
    fields: {
      reason:
        "What shows that it was paid, such as a bank statement's number, for the journal; without names of people.",
    },
  },
  {
    owners: ["Invoice"],
    fields: { due_at: "Until when it has to be paid.", paid_at: "When it was noted as paid; null before." },
  },
  {
    owners: ["NewLink"],
    fields: { link, url: "Where it opens on the site; null where the installation does not know its own address." },
  },
  {
    owners: ["ticket.get", "ticket.list", "ticket.pdf", "ticket.calendar", "ticket.cancel"],
    fields: { link },
  },
  {
    owners: ["ticket.cancel"],
    fields: { refund: "The `refund_if_cancelled` that was shown before: less is refused with 409 `REFUND_CHANGED`." },
  },
  {
    owners: ["ResendTicket"],
    fields: { email: "The address that the booking has." },
  },
  {
    owners: ["AdoptBookings", "user.adopt"],
    fields: { booking_ids: "The bookings, up to 50.", items: "All of them as they are now, in the same order." },
  },
  {
    owners: ["booking.listSold", "analytics.bookings"],
    fields: {
      search:
        "A part of the buyer's name or e-mail address; or a booking's id or number; or exactly one seat as it is printed: row, hyphen, seat, " +
        "with its section before it where two have it, as in `Balcony F-1`. Case, width and accents don't matter.",
      state: "Only bookings in this state.",
    },
  },
  {
    owners: ["SoldBooking"],
    fields: { buyer: "Who booked, as they were then or as they corrected it." },
  },
  {
    owners: ["Contact", "Buyer"],
    fields: {
      name: "The buyer's name; null if they gave none.",
      email: "The buyer's e-mail address; null if they gave none.",
    },
  },
  {
    owners: ["BookingRefund", "StoredRefund"],
    fields: {
      refund_id: "The refund's id, such as `payment-00042-r1`.",
      amount: "What goes back, in the minor unit of the booking's currency.",
      seats: "The keys of the seats that it is for, which the booking has no more; empty where it goes by an amount.",
      labels: "The same seats as they are printed.",
      reason: "Why, as the box office says; null where the booking was cancelled.",
      at: "When it was decided.",
      state:
        "`due` until the gateway has paid it out, then `done`; `failed` where the buyer's bank sent it back later, so that the seller owes it.",
    },
  },
  {
    owners: ["BookingDispute"],
    fields: {
      state: "`open` until the buyer's bank has decided, then `won` or `lost` by the seller.",
      amount: "What the bank takes back, in the minor unit of the booking's currency.",
      at: "When it began.",
    },
  },
  {
    owners: ["Refund"],
    fields: {
      amount: "What goes back, in the minor unit of the booking's currency.",
      due: "Whether the gateway still has to pay it out.",
    },
  },
];
