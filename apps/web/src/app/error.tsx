"use client";

import { describeProblem } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { ProblemPanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <PageFrame>
      <ProblemPanel {...describeProblem(error)} heading="h1">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">All events</LinkButton>
      </ProblemPanel>
    </PageFrame>
  );
}
