import type { PaymentAccountView } from "@evently/core/payment";

type State = PaymentAccountView["state"];

/** `button` leads to Stripe's pages; null where there is nothing to do there. */
type Words = { title: string; meaning: string; button: string | null };

const accountWords: Record<State, Words> = {
  none: {
    title: "No account for card payments yet",
    meaning:
      "Buyers pay your organization itself, on its own account at Stripe. Until it has one, no event with a price that is paid by card goes on sale.",
    button: "Connect with Stripe",
  },
  onboarding: {
    title: "Your account at Stripe is not finished",
    meaning: "Until it is, no event with a price that is paid by card goes on sale.",
    button: "Continue at Stripe",
  },
  restricted: {
    title: "Stripe lets you take no card payments now",
    meaning:
      "Nobody can pay you by card, and no further event with a price that is paid by card goes on sale. What is sold stays valid.",
    button: "Continue at Stripe",
  },
  enabled: {
    title: "You take card payments",
    meaning: "Buyers pay your own account at Stripe, where you find payouts, Stripe’s fees and your details.",
    button: null,
  },
  house: {
    title: "Whoever runs this site takes the payments",
    meaning: "Card payments go to their account, and they settle with you. There is nothing to connect.",
    button: null,
  },
};

const beingChecked = {
  title: "Stripe has not enabled your account yet",
  meaning:
    "If you have just filled in its pages, Stripe is checking them, and this page follows. Until then no event with a price that is paid by card goes on sale.",
};

/** How it stands with an organization's account at Stripe, and what that means for its sale. */
export function describeAccount({ state, requirements }: Pick<PaymentAccountView, "state" | "requirements">): Words {
  const isAsked = requirements.length > 0;
  const words = accountWords[state];
  if (state === "restricted" && !isAsked) return { ...words, ...beingChecked };
  return { ...words, button: words.button ?? (isAsked ? "Continue at Stripe" : null) };
}
