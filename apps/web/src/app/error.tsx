"use client";

import { describeSilence } from "~/trpc/describe-silence";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";

/** For a page that failed to render: the browser is told no cause, so there is no code to describe. */
export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <PageFrame>
      <FailurePanel {...describeSilence(error)} heading="h1">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">All events</LinkButton>
      </FailurePanel>
    </PageFrame>
  );
}
