"use client";

import { trpc } from "~/trpc/client";
import { CodeForm } from "./code-form";
import type { SignedIn } from "./signed-in";

type Props = { request_id: string; email: string; onDone: (signedIn: SignedIn) => void; onAskAgain: () => void };

export function SignInByCode({ request_id, email, onDone, onAskAgain }: Props) {
  const confirm = trpc.session.confirm.useMutation({ onSuccess: ({ user, found }) => onDone({ user, found }) });
  return (
    <CodeForm
      email={email}
      words={{ press: "Sign in", pending: "Signing in…" }}
      isPending={confirm.isPending}
      error={confirm.error}
      onCode={(code) => confirm.mutate({ request_id, code })}
      onAskAgain={onAskAgain}
    />
  );
}
