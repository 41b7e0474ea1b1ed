import type { Problem } from "~/trpc/describe-failure";

const reasons = {
  card_declined: "Your bank declined this card.",
  challenge_failed: "The payment was refused on your bank’s page.",
  unknown_token: "This card is not known to the payment service.",
} as const;

/** A declined payment: why in plain words where the gateway gave a code, its own sentence otherwise. */
export function describeDecline(reason: string): Problem {
  const known = Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : null;
  const sentence = /\s/.test(reason) ? reason : null;
  return {
    what: known ?? sentence ?? "The payment was declined.",
    meaning: "Nothing was charged, and your seats are still held.",
    action: "Choose another card, or try this one again, before the hold ends.",
  };
}
