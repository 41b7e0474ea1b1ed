import type { ReactNode } from "react";
import { ProblemPanel } from "~/ui/message/failure-panel";
import { LoadingNote } from "~/ui/skeleton";
import { TryAgain } from "~/ui/try-again";
import { describeOrganizerProblem } from "../describe-organizer-problem";

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
  /** What is asked for, as in "Loading the sales". */
  what: string;
  /** Holds the place of what is on its way, at its size. */
  skeleton: ReactNode;
  /** For an answer that the whole page is about: then the problem is its heading. */
  heading?: "h1";
  children: (data: T) => ReactNode;
};

/** Shows what a query answered. Figures that could not be asked for anew stay; without any, it says why and what to do. */
export function Answer<T>({ query, what, skeleton, heading, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <ProblemPanel {...describeOrganizerProblem(query.error)} {...(heading ? { heading } : {})}>
        <TryAgain query={query} />
      </ProblemPanel>
    );
  return (
    <>
      {query.isPaused ? (
        <p role="status" className="text-14 text-soft">
          You are offline. {upperFirst(what)} come once you are back.
        </p>
      ) : (
        <LoadingNote>{`Loading ${what}`}</LoadingNote>
      )}
      {skeleton}
    </>
  );
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
