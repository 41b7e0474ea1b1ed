import type { ConfirmHold } from "@evently/core/hold";
import type { Explanation } from "~/trpc/describe-silence";

/**
 * Makes what the API takes for a card. Without a token `failure` says why there is none; it is null where the card's own
 * form says it. Never throws.
 */
export type MakeToken = () => Promise<{ token: string } | { failure: Explanation | null }>;

/** A card that is filled in or chosen, and can be paid with. */
export type Card = { makeToken: MakeToken };

/** What the API takes for the payment of a hold; null for seats that are free of charge. */
export type Payment = ConfirmHold["payment"] | null;

/** Makes what a hold is paid with, or says why not. Never throws. */
export type MakePayment = () => Promise<{ payment: Payment } | { failure: Explanation | null }>;
