"use client";

import { type FormEvent, useRef, useState } from "react";
import { EmailField } from "~/features/email/email-field";
import { readEmail } from "~/features/email/read-email";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { type SentMail, type SignInPurpose, useAsk, wordsFor } from "./use-ask";

type Props = {
  email: string;
  hint?: string;
  /** Where the mail's link leads on to in this browser. */
  next: string | null;
  /** By default to sign in. */
  purpose?: SignInPurpose;
  onAsked: (sent: SentMail) => void;
};

const usual = "We send you a code. If you have no account yet, you get one.";

/** The address that a mail is to go to, whether or not there is an account. */
export function SignInForm({ email: known, hint = usual, next, purpose = "sign-in", onAsked }: Props) {
  const [typed, setTyped] = useState(known);
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const ask = useAsk(next, onAsked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readEmail(typed);
    if ("email" in read) return ask.mutate({ email: read.email, purpose });
    setFault("fault" in read ? read.fault : "Enter your e-mail address.");
    input.current?.focus();
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[28rem] flex-col gap-5">
      <EmailField
        ref={input}
        value={typed}
        fault={fault}
        hint={hint}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setFault(undefined);
        }}
      />
      {ask.isError ? <FailurePanel {...describeFailure(ask.error, wordsFor(purpose))} /> : null}
      <Button type="submit" variant="primary" size="large" pending={ask.isPending} pendingLabel="Sending…">
        Send me a code
      </Button>
    </form>
  );
}
