/** What each seat of the model costs, in the minor unit. */
export const price = 4500;

/** A booking in the model of a sale; `holding` is null where it was sold at the box office. */
export type ModelBooking = {
  holding: number | null;
  counter: "cash" | "comp" | null;
  seats: string[];
  state: "confirmed" | "cancelled";
  /** Until when scheduled work leaves what is owed to the process that decided it; null if nothing is. */
  owes: number | null;
  /** How often its seats were changed. */
  changes: number;
  /** Its seats that were blocked until it was sold. */
  kept: Set<string>;
  /** Its seats that were refunded. */
  gone: Set<string>;
  total: number;
  /** How much was given back, how often, and what of it the gateway has not paid out yet. */
  refunded: number;
  refunds: number;
  pending: number;
};

type Sold = Pick<ModelBooking, "holding" | "counter" | "seats" | "kept">;

export const newBooking = (sold: Sold): ModelBooking => ({
  ...{ ...sold, state: "confirmed", owes: null, changes: 0, gone: new Set<string>() },
  ...{ total: sold.counter === "comp" ? 0 : sold.seats.length * price, refunded: 0, refunds: 0, pending: 0 },
});

/** Gives `amount` back; `until` is when scheduled work does it if the process died, else null. */
export function payBack(booking: ModelBooking, amount: number, until: number | null): void {
  booking.refunded += amount;
  booking.pending = until === null ? 0 : booking.pending + amount;
  booking.owes = until;
}

export const leftOf = ({ total, refunded }: ModelBooking): number => total - refunded;
