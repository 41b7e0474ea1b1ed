"use client";

import type { User } from "@evently/core/user";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { CodeForm } from "./code-form";
import { SignInForm } from "./sign-in-form";
import type { SentMail } from "./use-ask";

/** Its mail has no link. */
const asking = { next: null, purpose: "change-email" } as const;

type Account = Pick<User, "user_id" | "email" | "verified_at">;

/** Another address for the account, once a mail to it was read. Every other browser is signed out. */
export function ChangeAddress({ user_id, email, verified_at }: Account) {
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState<SentMail>();
  if (!isOpen)
    return (
      <Button className="self-start" onClick={() => setOpen(true)}>
        {verified_at ? "Change address" : "Confirm or change address"}
      </Button>
    );
  const known = verified_at ? "" : (email ?? "");
  if (!sent) return <SignInForm email={known} hint="We send a code there." {...asking} onAsked={setSent} />;
  return (
    <ProveAddress
      key={sent.request_id}
      {...{ user_id, sent }}
      onSentAgain={(request_id) => setSent({ ...sent, request_id })}
      onChangeAddress={() => setSent(undefined)}
    />
  );
}

type Proving = Pick<User, "user_id"> & {
  sent: SentMail;
  onSentAgain: (request_id: string) => void;
  onChangeAddress: () => void;
};

function ProveAddress({ user_id, sent: { request_id, email }, ...props }: Proving) {
  const change = trpc.user.changeEmail.useMutation({ onSuccess: () => window.location.reload() });
  return (
    <CodeForm
      {...props}
      email={email}
      {...asking}
      words={{ press: "Use this address", pending: "Changing…" }}
      isPending={change.isPending || change.isSuccess}
      error={change.error}
      onCode={(code) => change.mutate({ user_id, request_id, code })}
    />
  );
}
