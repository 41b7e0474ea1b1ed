import { trpc } from "~/trpc/client";
import type { FailureOverrides } from "~/trpc/failure-words";
import { announce } from "~/ui/message/announcements";
import { noteAsked } from "./asked-here";

/** What the code of a mail is for. */
export type SignInPurpose = "sign-in" | "change-email";

export type SentMail = { request_id: string; email: string };

/** Asks for a mail with a code and a link. */
export function useAsk(next: string | null, onAsked: (sent: SentMail) => void) {
  return trpc.session.request.useMutation({
    onSuccess({ request_id }, { email }) {
      noteAsked(request_id, next);
      announce(`A mail with a code is on its way to ${email}.`);
      onAsked({ request_id, email });
    },
  });
}

export const askWords: FailureOverrides = {
  NETWORK_LIMIT: {
    headline: "Too many mails were asked for.",
    meaning: "The last one is good for ten minutes. It may be among your spam.",
  },
};
