import type { InvitationLetter, Letter } from "@evently/core/delivery/letter";
import type { Content } from "./content.ts";
import { describeBooking } from "./describe-booking.ts";

/** What a letter says in words; `origin` is that of the site, where its links lead. */
export function describeLetter(letter: Letter, origin: string): Content {
  if (letter.kind === "sign-in") return describeSignIn(letter, origin);
  return letter.kind === "invitation" ? describeInvitation(letter, origin) : describeBooking(letter, origin);
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
  };
}

/** What a role lets somebody do, as the mail tells it. */
const tasks: Record<InvitationLetter["role"], string> = {
  owner: "As an owner you may do everything, and decide who else may do what.",
  manager: "As a manager you make venues and events, and see how they sell.",
  box_office: "At the box office you find bookings, and cancel and refund them.",
  door: "At the door you let people in.",
  viewer: "As a viewer you see how its events sell.",
};

function describeInvitation({ organization, role, inviter, path }: InvitationLetter, origin: string): Content {
  return {
    subject: `Join ${organization} on Evently`,
    heading: `Join ${organization}`,
    paragraphs: [`${inviter ?? "An owner"} invites you to work with ${organization} on Evently. ${tasks[role]}`],
    facts: [],
    action: { label: "See the invitation", href: `${origin}${path}` },
    notes: [
      "The invitation is for this address alone, and good for seven days.",
      "If you do not know who sends it, do nothing.",
    ],
  };
}
