import type { FieldTexts } from "./field-texts.ts";

export const holdTexts: readonly FieldTexts[] = [
  {
    owners: ["PlaceHold"],
    fields: {
      seats:
        "The keys of the seats, such as `A-12`, each once. How many one hold may have is a setting: 10 unless changed, at most 50.",
    },
  },
  {
    owners: ["HoldingView"],
    fields: {
      seats: "The keys of the held seats.",
      total: "What all seats together cost, in the minor unit: the prices at which they were held.",
      state: "`active`, `paying` (a payment is under way), `confirmed` (booked), `released` or `expired`.",
      booking_id: "The booking that came of it; null until there is one.",
      expires_at: "The end of the hold. Count down to it from `server_now`, not by your own clock.",
      server_now: "The server's time of this answer.",
      extendable: "Whether the hold can still be extended: once, while it is active.",
    },
  },
  {
    owners: ["HoldingView", "BookingView", "OwnBookingView", "SoldBooking"],
    fields: {
      lines: "Each seat with its price and what is printed on it.",
      start_time: "When the event was to begin as the seats were held; null for what was sold before this was kept.",
      cancellation_policy:
        "The policy under which the seats were held, which a later change doesn't touch. Null: the buyer can't cancel.",
      terms: "The seller's terms as the seats were held: those that paying accepts. Null where the seller had none.",
    },
  },
  {
    owners: ["LabeledLine"],
    fields: {
      seat: "The seat's key, such as `A-12`.",
      price: "What this seat costs, in the minor unit: the price at which it was held.",
      accessible: "True if the seat is for a person in a wheelchair; absent otherwise.",
      properties:
        "What is special about the seat: `companion`, `restricted_view`, `step_free`, `hearing_loop`; absent if nothing is.",
    },
  },
  {
    owners: ["HoldingView"],
    fields: { released_by: "`organizer` where the event's organizer released the seats; absent otherwise." },
  },
  {
    owners: ["HolderList"],
    fields: {
      seats_held: "How many seats of the event are held now, whoever holds them.",
      seat_count: "How many seats the event has.",
      seats_per_connection:
        "How many unpaid seats one connection may have at this event; each seat that it paid for lately allows two more.",
      server_now: "The server's time of this answer.",
    },
  },
  {
    owners: ["Holder"],
    fields: {
      connection:
        "Ten digits that stand for one connection to the internet at this event, such as a household or an office; null where none was kept.",
      wider:
        "Ten digits for the wider network that the connection is in, an IPv6 /48, which counts together with ten times the limit; null where there is none.",
      seats: "How many seats its holds of this page have together.",
      holds: "Its holds, the one that was placed first at the front.",
    },
  },
  {
    owners: ["RunningHold"],
    fields: {
      seats: "How many seats it has.",
      placed_at: "Since when the seats are held.",
      expires_at: "Until when, unless it is paid or extended before.",
      buyer: "`guest` or `account`; nothing else is told of whoever holds the seats.",
      is_paying: "Whether a payment is under way: then it can't be released.",
    },
  },
  {
    owners: ["ReleaseHolds"],
    fields: {
      holding_id: "The one hold to release.",
      connection: "The connection, or the wider network, whose unpaid holds are to be released.",
    },
  },
  {
    owners: ["ReleasedHolds"],
    fields: {
      released: "How many holds were released.",
      seats: "How many seats are free again by that.",
      paying: "How many holds stay because they are at payment.",
      left: "How many holds were too many for one request: send it again.",
    },
  },
  {
    owners: ["ConfirmHold"],
    fields: {
      payment:
        "How it is paid: by card at once, or on invoice by a date. Left out where `total` is 0. The amount is the hold's and can't be named.",
    },
  },
  {
    owners: ["InvoicePayment"],
    fields: {
      method:
        "`invoice`: the seats are reserved, and paid to the seller later. The seller's `payment_methods` say whether it takes that.",
    },
  },
  {
    owners: ["CardPayment"],
    fields: {
      token:
        "What the payment gateway gave for the card, such as `tok_visa` of the built-in test gateway. Card numbers never come here.",
    },
  },
  {
    owners: ["PaymentClient"],
    fields: {
      gateway: "`stripe`, or `test`: the built-in gateway, which moves no money.",
      publishable_key: "What Stripe.js is opened with.",
      account_id:
        "The seller's account at Stripe, which Stripe.js is opened for too; null where it is that of the key.",
      amount: "What is to be paid, in the unit in which Stripe has this currency: not always the minor one.",
    },
  },
  {
    owners: ["PendingConfirmation"],
    fields: {
      state: "`paying`: nothing is decided yet, and the seats stay held.",
      next_action: "What the buyer has to do first. Send the same request again afterwards.",
    },
  },
  {
    owners: ["NextAction"],
    fields: {
      type: "`challenge`: the bank asks its customer on a page; `stripe`: it asks in Stripe's own element.",
      url: "Where to send the buyer for it, within the site.",
      client_secret: "What Stripe's element needs to go on.",
      account_id: "The seller's account at Stripe; null where the house's own is paid.",
    },
  },
];
