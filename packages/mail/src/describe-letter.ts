import type { Letter, SignInLetter } from "@evently/core/delivery/letter";
import type { Content } from "./content.ts";
import { describeBooking } from "./describe-booking.ts";

/** What a letter says in words; `origin` is that of the site, where its links lead. */
export function describeLetter(letter: Letter, origin: string): Content {
  return letter.kind === "sign-in" ? describeSignIn(letter, origin) : describeBooking(letter, origin);
}

const warning =
  "If you did not ask for this, do nothing: without this mail nobody gets in. Give the code to nobody, whoever asks for it.";

function describeSignIn({ code, path, device }: SignInLetter, origin: string): Content {
  const from = device === null ? "" : `Asked for with ${device}. `;
  if (path === null) return describeChange(code ?? "", from);
  const heading = "Sign in to Evently";
  const href = `${origin}${path}`;
  if (code === null)
    return {
      ...{ subject: heading, heading, facts: [], action: { label: "Sign in on this device", href } },
      paragraphs: ["So many codes were asked for today that this mail has none. Its link works as ever."],
      notes: [`${from}The link works once, for ten minutes.`, "If you did not ask for this, do nothing."],
    };
  return {
    ...{ subject: heading, heading, facts: [], code },
    paragraphs: ["Type this code where you asked for it:"],
    action: { label: "Or sign in on this device", href },
    notes: [`${from}Code and link work once, for ten minutes.`, warning],
  };
}

/** Without a link, which would sign in to another account. */
function describeChange(code: string, from: string): Content {
  const heading = "Your new e-mail address at Evently";
  return {
    ...{ subject: heading, heading, facts: [], code },
    paragraphs: ["Type this code where you asked for it, and your account has this address:"],
    notes: [
      `${from}The code works once, for ten minutes.`,
      "If you did not ask for this, do nothing. Give the code to nobody, whoever asks for it.",
    ],
  };
}
