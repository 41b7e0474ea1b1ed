import type { Stripe, StripeElements, StripeError } from "@stripe/stripe-js";
import type { Explanation } from "~/trpc/describe-silence";
import type { MakeToken } from "../make-token";
import { stripeTimeoutMs } from "./open-stripe";
import { within } from "./within";

/** A wallet asks its owner first, who may take a while. */
const walletTimeoutMs = 120_000;

const notCharged = "Nothing was charged. Your seats stay held until the time runs out.";

const silent: Explanation = {
  headline: "Stripe, which handles card payments for us, isn’t answering.",
  meaning: notCharged,
  action: "Try again in a moment.",
};

type Client = Pick<Stripe, "createConfirmationToken">;

/** Has Stripe check what is in the form, and make a token of it that pays once. */
export function makeCardToken(stripe: Client, elements: StripeElements): ReturnType<MakeToken> {
  return makeToken(stripe, elements).catch(() => ({ failure: silent }));
}

async function makeToken(stripe: Client, elements: StripeElements): ReturnType<MakeToken> {
  const checked = await within(elements.submit(), walletTimeoutMs);
  if (checked === null) return { failure: silent };
  if (checked.error) return { failure: describeError(checked.error) };
  const made = await within(stripe.createConfirmationToken({ elements }), stripeTimeoutMs);
  if (made === null) return { failure: silent };
  return made.error ? { failure: describeError(made.error) } : { token: made.confirmationToken.id };
}

/** Null for what the form marks itself, beside the field that is meant. */
function describeError({ type, message }: StripeError): Explanation | null {
  if (type === "validation_error") return null;
  if (type === "api_connection_error" || type === "rate_limit_error") return silent;
  const headline = type === "card_error" && message ? message : "Stripe could not take this card.";
  return { headline, meaning: notCharged, action: "Check its details and try again, or use another card." };
}
