import { describeFailure } from "~/trpc/describe-failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { TryAgain } from "~/ui/try-again";

type Props = { query: Parameters<typeof TryAgain>[0]["query"] & { error: unknown } };

/** What the API answered instead of a list. A default export, since it is loaded when it is needed. */
export default function FailedList({ query }: Props) {
  return (
    <FailurePanel {...describeFailure(query.error)}>
      <TryAgain query={query} />
    </FailurePanel>
  );
}
