import type { InvitationLetter, Letter, SignInLetter } from "@evently/core/delivery/letter";
import type { Content } from "./content.ts";
import { describeBooking } from "./describe-booking.ts";

/** What a letter says in words; `origin` is that of the site, where its links lead. */
export function describeLetter(letter: Letter, origin: string): Content {
  if (letter.kind === "sign-in") return describeSignIn(letter, origin);
  return letter.kind === "invitation" ? describeInvitation(letter, origin) : describeBooking(letter, origin);
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

/** What a role lets somebody do, as the mail tells it. */
const tasks: Record<InvitationLetter["role"], string> = {
  owner: "As an owner you may do everything, and decide who else may do what.",
  manager: "As a manager you make venues and events, and see how they sell.",
  box_office: "At the box office you sell, block and move seats, find bookings, and cancel and refund them.",
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
