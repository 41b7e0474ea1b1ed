import type { FieldTexts } from "./field-texts.ts";

export const boxOfficeTexts: readonly FieldTexts[] = [
  {
    owners: ["BlockSeats"],
    fields: {
      seats: "The keys of the seats, up to 90, each once.",
      reason: "For whom or what, without names of people; up to 120 characters. It goes with the block.",
    },
  },
  {
    owners: ["ReleaseBlocks"],
    fields: {
      seats: "The keys of the seats, up to 90, each once.",
      reason: "Releases them only if all are blocked for this, word for word.",
    },
  },
  {
    owners: ["Blocked"],
    fields: { blocked: "How many seats this request blocked, or released." },
  },
  {
    owners: ["BlockedSeat"],
    fields: { reason: "For whom or what the house keeps it." },
  },
  {
    owners: ["CounterSale"],
    fields: {
      seats: "The keys of free or blocked seats, up to 50, each once.",
      from_blocks:
        "Those of them that the seller saw blocked. Another one that is blocked by now refuses the sale; without this field blocked seats are sold as free ones are.",
      holder: "Who gets them; left out where nobody said.",
      total: "What the buyer was told, in the minor unit; if the seats cost something else, the sale is refused.",
      payment: "`cash` at the event's prices, or `comp` for nothing.",
    },
  },
  {
    owners: ["CounterSale.holder"],
    fields: { name: "The buyer's name.", email: "Where the mail with the tickets goes; without it there is none." },
  },
  {
    owners: ["MoveSeats"],
    fields: { seats: "Which seat becomes which, up to 45; all are moved or none." },
  },
  {
    owners: ["MoveSeats.seats"],
    fields: { from: "A seat of the booking.", to: "A free seat, or one that the booking leaves, of the same price." },
  },
  {
    owners: ["RefundBooking"],
    fields: {
      seats: "The keys of seats of the booking, up to 50, each once. Either this or `amount`.",
      amount: "How much goes back, in the minor unit, at least 1. Either this or `seats`.",
      reason: "Why, in up to 120 characters. Its buyer reads it.",
    },
  },
  {
    owners: ["CancelBooking"],
    fields: {
      refund:
        "The `refund_if_cancelled` that was shown before: if less would come back by now nothing is cancelled, and the answer is 409 `REFUND_CHANGED`.",
      seats: "Single seats of a booking that cost nothing; without it the whole booking. For the box office alone.",
    },
  },
];
