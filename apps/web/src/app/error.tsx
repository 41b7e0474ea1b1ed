"use client";

import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <PageFrame>
      <FailurePanel {...describeFailure(error)} heading="h1">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">All events</LinkButton>
      </FailurePanel>
    </PageFrame>
  );
}
