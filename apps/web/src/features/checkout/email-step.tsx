"use client";

import { type FormEvent, useRef, useState } from "react";
import { EmailField } from "~/features/email/email-field";
import { readEmail } from "~/features/email/read-email";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { Button } from "~/ui/button";
import { ActionBar } from "./action-bar";

type Props = { saved: string | null; onDone: (email: string | null) => void };

const words = {
  withMail: "Your ticket goes there, and the news if the event changes. You need no account.",
  withoutMail:
    "So that the organizer can reach you; you need no account. No mail is sent here: the ticket opens in this browser.",
};

/** The contact for the ticket. It may stay empty. */
export function EmailStep({ saved, onDone }: Props) {
  const [typed, setTyped] = useState(saved ?? "");
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const hint = useSendsMail() === false ? words.withoutMail : words.withMail;
  const save = trpc.user.setEmail.useMutation({ onSuccess: ({ email }) => onDone(email) });
  const showFault = (sentence: string) => {
    setFault(sentence);
    input.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readEmail(typed);
    if ("email" in read) return read.email === saved ? onDone(saved) : save.mutate({ email: read.email });
    if ("fault" in read) return showFault(read.fault);
    showFault(saved ? `Enter another address, or keep ${saved}.` : "Enter your address, or continue without one.");
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <EmailField
        ref={input}
        className="max-w-[28rem]"
        value={typed}
        fault={fault ?? (save.isError ? describeFailure(save.error).headline : undefined)}
        hint={hint}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setFault(undefined);
          if (save.isError) save.reset();
        }}
      />
      <ActionBar pending={save.isPending} pendingLabel="Saving…">
        Continue to payment
      </ActionBar>
      {saved === null ? (
        <Button variant="plain" className="self-start" disabled={save.isPending} onClick={() => onDone(null)}>
          Continue without e-mail
        </Button>
      ) : null}
    </form>
  );
}
