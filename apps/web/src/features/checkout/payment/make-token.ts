import type { Explanation } from "~/trpc/describe-silence";

/**
 * Makes what the API takes for a card. Without a token `failure` says why there is none; it is null where the card's own
 * form says it. Never throws.
 */
export type MakeToken = () => Promise<{ token: string } | { failure: Explanation | null }>;

/** A card that is filled in or chosen, and can be paid with. */
export type Card = { makeToken: MakeToken };
