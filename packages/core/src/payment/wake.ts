import type { PaymentId } from "../ids.ts";

/**
 * Something that the gateway says has happened: a reason to read anew a payment, or where it names none whatever is new at its
 * account, null for the house's own. It decides nothing: it may be late, repeated, out of order, or another's.
 */
export type Wake = {
  /** The gateway's name of it, and its word for what it is. */
  event: string;
  type: string;
  /** What may be other than it was: how an attempt to pay stands, what has become of money that was paid, or the account itself. */
  about: "attempt" | "money" | "account";
  account: string | null;
  payment_id: PaymentId | null;
};

/** A payment of which the gateway has news. */
export type Named = Pick<Wake, "account" | "about"> & { payment_id: PaymentId };
