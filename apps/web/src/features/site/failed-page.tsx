"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { describeSilence } from "~/trpc/describe-silence";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";

/** For a page that failed to render: the browser is told no cause, so there is no code to describe. A default export, since it is loaded when it is needed. */
export default function FailedPage({ error, reset }: { error: Error; reset: () => void }) {
  const router = useRouter();
  // What failed was rendered by the server: it has to be asked again, or the same failure is shown once more.
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <PageFrame>
      <FailurePanel {...describeSilence(error)} heading="h1">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <LinkButton href="/">All events</LinkButton>
      </FailurePanel>
    </PageFrame>
  );
}
