"use client";

import { mostTries } from "@evently/core/sign-in/limits.rules";
import type { FormEvent } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { FailurePanel } from "~/ui/message/failure-panel";
import { readCode } from "./read-code";
import { askWords, type SignInPurpose, useAsk } from "./use-ask";
import { useCode } from "./use-code";

type Props = {
  /** Where the mail went. */
  email: string;
  next: string | null;
  /** Of another mail; by default to sign in. */
  purpose?: SignInPurpose;
  /** What the button does, and says meanwhile. */
  words: { press: string; pending: string };
  isPending: boolean;
  error: unknown;
  onCode: (code: string) => void;
  onSentAgain: (request_id: string) => void;
  onChangeAddress: () => void;
};

/** The six digits of a mail, in the browser that asked for it. A form of its own for each mail. */
export function CodeForm(props: Props) {
  const { email, next, purpose = "sign-in", words, isPending, error, onCode, onSentAgain, onChangeAddress } = props;
  const { typed, change, input, fault, show, wrongTries } = useCode(error);
  const ask = useAsk(next, ({ request_id }) => onSentAgain(request_id));
  const isDead = wrongTries >= mostTries;
  const failed = ask.error ?? (findFailureOf(error, "SIGN_IN_REFUSED") ? null : error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = readCode(typed);
    if (code === null) return show("Enter the six digits of the mail.");
    onCode(code);
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[28rem] flex-col gap-5">
      {isDead ? (
        <FailurePanel {...dead} />
      ) : (
        <>
          <p>
            A mail with a code is on its way to <bdi className="whole font-semibold">{email}</bdi>. Look among your
            spam, too.
          </p>
          <Field
            ref={input}
            label="Code"
            {...{ name: "code", autoComplete: "one-time-code", inputMode: "numeric", spellCheck: false }}
            value={typed}
            fault={fault}
            hint="Six digits, good for ten minutes."
            onChange={({ currentTarget }) => change(currentTarget.value)}
          />
        </>
      )}
      {failed ? <FailurePanel {...describeFailure(failed, askWords)} /> : null}
      <div className="flex flex-wrap gap-3">
        {isDead ? null : (
          <Button type="submit" variant="primary" size="large" pending={isPending} pendingLabel={words.pending}>
            {words.press}
          </Button>
        )}
        <OtherMail
          {...{ isDead, onChangeAddress }}
          isPending={ask.isPending}
          onAsk={() => ask.mutate({ email, purpose })}
        />
      </div>
    </form>
  );
}

type Other = Pick<Props, "isPending" | "onChangeAddress"> & { isDead: boolean; onAsk: () => void };

function OtherMail({ isDead, isPending, onAsk, onChangeAddress }: Other) {
  return (
    <>
      <Button
        variant={isDead ? "primary" : "quiet"}
        size="large"
        pending={isPending}
        pendingLabel="Sending…"
        onClick={onAsk}
      >
        Send a new code
      </Button>
      <Button variant="plain" size="large" onClick={onChangeAddress}>
        Use another address
      </Button>
    </>
  );
}

const dead = {
  headline: "This code doesn’t work any more.",
  meaning: "It was wrong five times, so the mail is dead, with its link.",
  action: "Send a new code.",
};
