import type { Letter } from "@evently/core/delivery/letter";
import type { Content } from "./content.ts";
import { describeBooking } from "./describe-booking.ts";

/** What a letter says in words; `origin` is that of the site, where its links lead. */
export function describeLetter(letter: Letter, origin: string): Content {
  return letter.kind === "sign-in" ? describeSignIn(letter, origin) : describeBooking(letter, origin);
}

function describeSignIn({ code, path }: Extract<Letter, { kind: "sign-in" }>, origin: string): Content {
  return {
    subject: "Sign in to Evently",
    heading: "Sign in to Evently",
    paragraphs: ["Type this code where you asked for it:"],
    code,
    facts: [],
    action: { label: "Or sign in on this device", href: `${origin}${path}` },
    notes: [
      "Code and link work once, for ten minutes.",
      "If you did not ask for this, do nothing: without this mail nobody gets in. Give the code to nobody, whoever asks for it.",
    ],
    footer: [],
  };
}
