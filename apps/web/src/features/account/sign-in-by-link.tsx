"use client";

import { useEffect } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { LoadingNote, Skeleton } from "~/ui/skeleton";
import { findAsked } from "./asked-here";
import { LinkOrigin } from "./link-origin";
import type { SignedIn } from "./signed-in";

type Props = { token: string; onDone: (signedIn: SignedIn) => void; onAskAgain: () => void };

/** A link signs in at a press: programs that look at mails open links, but press nothing. */
export function SignInByLink({ token, onDone, onAskAgain }: Props) {
  const confirm = trpc.session.confirm.useMutation({ onSuccess: ({ user, found }) => onDone({ user, found }) });
  const described = trpc.session.describe.useMutation();
  const { mutate: describe } = described;
  useEffect(() => {
    if (!findAsked(token)) describe({ token });
  }, [describe, token]);
  const failed = confirm.error ?? described.error;
  if (findFailureOf(failed, "SIGN_IN_REFUSED"))
    return (
      <FailurePanel {...describeFailure(failed)}>
        <Button variant="primary" onClick={onAskAgain}>
          Ask for a new mail
        </Button>
      </FailurePanel>
    );
  if (described.isPending) return <OriginSkeleton />;
  return (
    <div className="flex max-w-[36rem] flex-col items-start gap-5">
      {described.data ? <LinkOrigin {...described.data} /> : null}
      {failed ? <FailurePanel {...describeFailure(failed)} /> : null}
      {described.error ? (
        <Button variant="primary" size="large" onClick={() => describe({ token })}>
          Try again
        </Button>
      ) : (
        <Button
          variant="primary"
          size="large"
          pending={confirm.isPending || confirm.isSuccess}
          pendingLabel="Signing in…"
          onClick={() => confirm.mutate({ token })}
        >
          Sign in
        </Button>
      )}
    </div>
  );
}

/** No button before it is known who asked. */
function OriginSkeleton() {
  return (
    <div className="flex max-w-[36rem] flex-col items-start gap-5">
      <LoadingNote>Looking at your link</LoadingNote>
      <Skeleton className="h-20 w-full" />
      <Skeleton className="h-12 w-28" />
    </div>
  );
}
