"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { FailurePanel } from "~/ui/message/failure-panel";

type Props = {
  /** Where the mail went. */
  email: string;
  /** What the button does, and says meanwhile. */
  words: { press: string; pending: string };
  isPending: boolean;
  error: unknown;
  onCode: (code: string) => void;
  onAskAgain: () => void;
};

const refused = "This code is wrong, or dead after five wrong ones or ten minutes. Check it, or ask for a new one.";

/** The six digits of a mail, in the browser that asked for it. */
export function CodeForm({ email, words, isPending, error, onCode, onAskAgain }: Props) {
  const [typed, setTyped] = useState("");
  const { input, fault, show, clear } = useFault(findFailureOf(error, "SIGN_IN_REFUSED") ? error : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = typed.replace(/\D/g, "");
    if (code.length !== 6) return show("Enter the six digits of the mail.");
    clear();
    onCode(code);
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[28rem] flex-col gap-5">
      <p>
        A mail is on its way to <bdi className="whole font-semibold">{email}</bdi>. Its code is good for ten minutes.
      </p>
      <Field
        ref={input}
        label="Code"
        {...{ name: "code", autoComplete: "one-time-code", inputMode: "numeric", maxLength: 12 }}
        value={typed}
        fault={fault}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          clear();
        }}
      />
      {error && !findFailureOf(error, "SIGN_IN_REFUSED") ? <FailurePanel {...describeFailure(error)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" size="large" pending={isPending} pendingLabel={words.pending}>
          {words.press}
        </Button>
        <Button variant="plain" size="large" onClick={onAskAgain}>
          Ask for a new code
        </Button>
      </div>
    </form>
  );
}

/** The fault of the one field, which gets the focus with it, and at the beginning: the button that had it is gone. */
function useFault(wrongCode: unknown) {
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    if (wrongCode !== null) setFault(refused);
  }, [wrongCode]);
  const show = (sentence: string) => {
    setFault(sentence);
    input.current?.focus();
  };
  return { input, fault, show, clear: () => setFault(undefined) };
}
