"use client";

import { trpc } from "~/trpc/client";
import { AwaitLink } from "./await-link";
import { CodeForm } from "./code-form";
import type { SignedIn } from "./signed-in";
import type { SentMail } from "./use-ask";

type Props = SentMail & {
  next: string | null;
  onDone: (signedIn: SignedIn) => void;
  onSentAgain: (sent: SentMail) => void;
  onChangeAddress: () => void;
};

/** With a code of one mail, or the link where it has none. */
export function SignInByCode({ request_id, link_only, onDone, ...props }: Props) {
  const confirm = trpc.session.confirm.useMutation({ onSuccess: ({ user, found }) => onDone({ user, found }) });
  if (link_only) return <AwaitLink {...props} />;
  return (
    <CodeForm
      {...props}
      words={{ press: "Sign in", pending: "Signing in…" }}
      isPending={confirm.isPending}
      error={confirm.error}
      onCode={(code) => confirm.mutate({ request_id, code })}
    />
  );
}
