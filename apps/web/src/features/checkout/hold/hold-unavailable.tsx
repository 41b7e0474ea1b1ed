import { describeFailure } from "~/trpc/describe-failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";
import { RefreshButton } from "~/ui/refresh-button";

/** For a hold that can't be read right now. */
export function HoldUnavailable({ error }: { error: unknown }) {
  return (
    <PageFrame>
      <FailurePanel {...describeFailure(error)} heading="h1">
        <RefreshButton>Try again</RefreshButton>
      </FailurePanel>
    </PageFrame>
  );
}
