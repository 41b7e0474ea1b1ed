import type { Explanation } from "./describe-silence";
import { toSentence } from "./to-sentence";

type Decline = Pick<Explanation, "headline" | "action">;

const anotherOrThis = "Use another card, or try this one again, before the hold expires.";
const another = "Use another card before the hold expires.";

/** By the reasons of our gateways: why, and what may help. */
const declines: Readonly<Record<string, Decline>> = {
  card_declined: { headline: "Your bank declined this card.", action: anotherOrThis },
  insufficient_funds: { headline: "There is not enough money on this card.", action: another },
  expired_card: { headline: "This card has expired.", action: another },
  incorrect_cvc: {
    headline: "The security code of this card is wrong.",
    action: "Type it again, or use another card, before the hold expires.",
  },
  processing_error: {
    headline: "Your bank could not process the payment.",
    action: "Try again in a moment, or use another card, before the hold expires.",
  },
  challenge_failed: { headline: "Your bank could not confirm that it is you who pays.", action: anotherOrThis },
  unknown_token: { headline: "The payment service does not know this card.", action: another },
};

/** In plain words where the gateway gave a reason that we know, its own sentence otherwise. */
export function describeDecline(reason: string): Decline {
  const known = Object.hasOwn(declines, reason) ? declines[reason] : undefined;
  if (known) return known;
  return { headline: /\s/.test(reason) ? toSentence(reason) : "The payment was declined.", action: anotherOrThis };
}
