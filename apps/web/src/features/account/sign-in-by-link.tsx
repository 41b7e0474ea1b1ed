"use client";

import { useEffect } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { wasAskedHere } from "./asked-here";
import { LinkOrigin } from "./link-origin";
import type { SignedIn } from "./signed-in";

type Props = { token: string; onDone: (signedIn: SignedIn) => void };

/** A link signs in at a press: programs that look at mails open links, but press nothing. */
export function SignInByLink({ token, onDone }: Props) {
  const confirm = trpc.session.confirm.useMutation({ onSuccess: ({ user, found }) => onDone({ user, found }) });
  const described = trpc.session.describe.useMutation();
  const { mutate: describe } = described;
  useEffect(() => {
    if (!wasAskedHere(token)) describe({ token });
  }, [describe, token]);
  const failed = confirm.error ?? described.error;
  if (failed)
    return (
      <FailurePanel {...describeFailure(failed)}>
        <LinkButton href="/sign-in" variant="primary" onClick={() => window.location.reload()}>
          Ask for a new mail
        </LinkButton>
      </FailurePanel>
    );
  return (
    <div className="flex max-w-[36rem] flex-col items-start gap-5">
      {described.data ? <LinkOrigin {...described.data} /> : null}
      <Button
        variant="primary"
        size="large"
        pending={confirm.isPending || confirm.isSuccess}
        pendingLabel="Signing in…"
        onClick={() => confirm.mutate({ token })}
      >
        Sign in
      </Button>
    </div>
  );
}
