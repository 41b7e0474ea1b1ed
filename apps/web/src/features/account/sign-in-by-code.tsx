"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { FailurePanel } from "~/ui/message/failure-panel";
import type { SignedIn } from "./signed-in";

type Props = { request_id: string; email: string; onDone: (signedIn: SignedIn) => void; onAskAgain: () => void };

const refused = "This code doesn’t sign in. Check it, or ask for a new one: after five wrong ones it is dead.";

/** The six digits of the mail, in the browser that asked for it. */
export function SignInByCode({ request_id, email, onDone, onAskAgain }: Props) {
  const [typed, setTyped] = useState("");
  const { input, fault, show, clear } = useFault();
  const confirm = trpc.session.confirm.useMutation({
    onSuccess: ({ user, found }) => onDone({ user, found }),
    onError: (error) => (isRefused(error) ? show(refused) : undefined),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = typed.replace(/\D/g, "");
    if (code.length !== 6) return show("Enter the six digits of the mail.");
    confirm.mutate({ request_id, code });
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[28rem] flex-col gap-5">
      <p>
        A mail is on its way to <bdi className="whole font-semibold">{email}</bdi>. It has a code, and a link that does
        the same. Both are good for ten minutes.
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
      {confirm.isError && !isRefused(confirm.error) ? <FailurePanel {...describeFailure(confirm.error)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" size="large" pending={confirm.isPending} pendingLabel="Signing in…">
          Sign in
        </Button>
        <Button variant="plain" size="large" onClick={onAskAgain}>
          Ask for a new code
        </Button>
      </div>
    </form>
  );
}

const isRefused = (error: unknown): boolean => findFailureOf(error, "SIGN_IN_REFUSED") !== null;

/** The fault of the one field, which gets the focus with it, and at the beginning: the button that had it is gone. */
function useFault() {
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const show = (sentence: string) => {
    setFault(sentence);
    input.current?.focus();
  };
  return { input, fault, show, clear: () => setFault(undefined) };
}
