"use client";

import { describeFailure } from "~/trpc/describe-failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { MailNote } from "./mail-note";
import { OtherMail } from "./other-mail";
import { type SentMail, useAsk, wordsFor } from "./use-ask";

type Props = {
  /** Where the mail went. */
  email: string;
  next: string | null;
  onSentAgain: (sent: SentMail) => void;
  onChangeAddress: () => void;
};

/** Where a mail has a link and no code, since too many went to its address today. */
export function AwaitLink({ email, next, onSentAgain, onChangeAddress }: Props) {
  const ask = useAsk(next, onSentAgain);
  return (
    <div className="flex max-w-[28rem] flex-col gap-5">
      <MailNote has="link" email={email} />
      <p>
        <strong>Open the link in this browser.</strong> It is good for ten minutes. This mail has no code, because too
        many codes went to this address today.
      </p>
      {ask.error ? <FailurePanel {...describeFailure(ask.error, wordsFor("sign-in"))} /> : null}
      <div className="flex flex-wrap gap-3">
        <OtherMail
          label="Send a new link"
          isOnly={false}
          isPending={ask.isPending}
          onAsk={() => ask.mutate({ email })}
          onChangeAddress={onChangeAddress}
        />
      </div>
    </div>
  );
}
