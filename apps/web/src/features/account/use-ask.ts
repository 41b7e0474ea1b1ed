import { trpc } from "~/trpc/client";
import type { FailureOverrides } from "~/trpc/failure-words";
import { formatWait } from "~/ui/format/format-wait";
import { announce } from "~/ui/message/announcements";
import { noteAsked } from "./asked-here";

/** What the code of a mail is for. */
export type SignInPurpose = "sign-in" | "change-email";

/** A mail that was asked for; `link_only` if it has no code. */
export type SentMail = { request_id: string; email: string; link_only: boolean };

/** Asks for a mail with a code and a link. */
export function useAsk(next: string | null, onAsked: (sent: SentMail) => void) {
  return trpc.session.request.useMutation({
    onSuccess({ request_id, link_only = false }, { email }) {
      noteAsked(request_id, next);
      announce(`A mail with a ${link_only ? "link" : "code"} is on its way to ${email}.`);
      onAsked({ request_id, email, link_only });
    },
  });
}

const kept = { meaning: "What you typed is still here." };

/** Of a page that signs in, where nothing is held or charged. */
const signInWords: FailureOverrides = {
  ...{ OFFLINE: kept, UNREACHABLE: kept, SILENT: kept, UNAVAILABLE: kept, INTERNAL: kept },
  NETWORK_LIMIT: {
    headline: "Too many mails were asked for.",
    meaning: "The last one is good for ten minutes. It may be among your spam.",
  },
};

/** Of a page that changes an address: its mails have no link to go on with. */
const changeWords: FailureOverrides = {
  ...signInWords,
  NETWORK_LIMIT: ({ details }) => ({
    headline: "Too many codes for this address were asked for.",
    meaning: "Others may have asked for them, too. Your account keeps the address that it has.",
    action: `Use the last code, which is good for ten minutes, or try again in ${formatWait(details.retry_after)}.`,
  }),
};

export const wordsFor = (purpose: SignInPurpose): FailureOverrides =>
  purpose === "change-email" ? changeWords : signInWords;
