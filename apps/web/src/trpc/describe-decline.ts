import { toSentence } from "./to-sentence";

const declines = {
  card_declined: "Your bank declined this card.",
  challenge_failed: "The payment was refused on your bank’s page.",
  unknown_token: "The payment service does not know this card.",
} as const;

/** Why in plain words where the gateway gave a code that we know, its own sentence otherwise. */
export function describeDecline(reason: string): string {
  if (Object.hasOwn(declines, reason)) return declines[reason as keyof typeof declines];
  return /\s/.test(reason) ? toSentence(reason) : "The payment was declined.";
}
