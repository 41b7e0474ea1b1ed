"use client";

import { type FormEvent, useRef, useState } from "react";
import { readEmail } from "~/features/email/read-email";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Field } from "~/ui/field/field";
import { ActionBar } from "./action-bar";

type Props = { saved: string | null; onDone: (email: string | null) => void };

/** The contact for the ticket. It may stay empty: the ticket is then in this browser only. */
export function EmailStep({ saved, onDone }: Props) {
  const [typed, setTyped] = useState(saved ?? "");
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
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
    return saved ? showFault(`Enter another address, or keep ${saved}.`) : onDone(null);
  };
  const isEmpty = typed.trim() === "" && saved === null;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field
        ref={input}
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
        placeholder="name@example.com"
        className="max-w-[28rem]"
        value={typed}
        fault={fault ?? (save.isError ? describeFailure(save.error).headline : undefined)}
        hint="Your contact for this ticket; you need no account. Without an address the ticket is in this browser only."
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setFault(undefined);
          if (save.isError) save.reset();
        }}
      />
      <ActionBar pending={save.isPending} pendingLabel="Saving…">
        {isEmpty ? "Continue without e-mail" : "Continue to payment"}
      </ActionBar>
    </form>
  );
}
