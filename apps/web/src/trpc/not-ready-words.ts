/** A seller who can't be paid by card, as buyers are told. */
export const notReadyWords = {
  headline: "This seller can’t be paid by card at the moment.",
  meaning: "That is on the seller’s side, not your card’s. Nothing was charged, and your seats are still held.",
  action: "Try again in a while, before the hold expires, or ask the seller.",
};
