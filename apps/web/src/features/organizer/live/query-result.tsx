import type { ReactNode } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import type { FailureOverrides } from "~/trpc/failure-words";
import { FailurePanel } from "~/ui/message/failure-panel";
import { LoadingNote } from "~/ui/skeleton";
import { TryAgain } from "~/ui/try-again";
import { organizerWords } from "../organizer-words";

type Query<T> = {
  data: T | undefined;
  error: unknown;
  isError: boolean;
  isPaused: boolean;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
};

type Props<T> = {
  query: Query<T>;
  /** As in "Loading the sales". */
  subject: string;
  /** Keeps the place and the size of what is loading. */
  skeleton: ReactNode;
  /** Where the whole page depends on this query, a failure is the page's heading. */
  heading?: "h1";
  /** Where a failure means something else here than to an organizer elsewhere. */
  words?: FailureOverrides;
  children: (data: T) => ReactNode;
};

/** Shows the data of a query. Data that could not be refreshed stays; without any, the failure is shown. */
export function QueryResult<T>({ query, subject, skeleton, heading, words = organizerWords, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <FailurePanel {...describeFailure(query.error, words)} {...(heading ? { heading } : {})}>
        <TryAgain query={query} />
      </FailurePanel>
    );
  return (
    <>
      {query.isPaused ? (
        <p role="status" className="text-14 text-soft">
          You are offline. We load {subject} once you are back online.
        </p>
      ) : (
        <LoadingNote>{`Loading ${subject}`}</LoadingNote>
      )}
      {skeleton}
    </>
  );
}
