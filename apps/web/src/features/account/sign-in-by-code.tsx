"use client";

import { trpc } from "~/trpc/client";
import { CodeForm } from "./code-form";
import type { SignedIn } from "./signed-in";

type Props = {
  request_id: string;
  email: string;
  next: string | null;
  onDone: (signedIn: SignedIn) => void;
  onSentAgain: (request_id: string) => void;
  onChangeAddress: () => void;
};

/** With a code of one mail. */
export function SignInByCode({ request_id, onDone, ...props }: Props) {
  const confirm = trpc.session.confirm.useMutation({ onSuccess: ({ user, found }) => onDone({ user, found }) });
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
