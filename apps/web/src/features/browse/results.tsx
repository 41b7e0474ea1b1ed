"use client";

import { describeProblem } from "~/trpc/describe-problem";
import { Button } from "~/ui/button";
import { ProblemPanel } from "~/ui/problem-panel";
import { EventList } from "./event-list";
import { FeaturedEvent } from "./featured-event";
import { effectiveSort, type Filters, listActive } from "./filters";
import { ListSkeleton } from "./list-skeleton";
import { Loosen } from "./loosen";
import type { useEvents } from "./use-events";

type Props = {
  found: ReturnType<typeof useEvents>;
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  reset: () => void;
  now: number;
};

/** The list in whichever state it is: on its way, unreachable, empty, or there. */
export function Results({ found, filters, change, reset, now }: Props) {
  const { query, events } = found;
  if (query.isPaused && (!query.data || query.isPlaceholderData)) return <ProblemPanel {...offline} />;
  if (query.isPending) return <ListSkeleton />;
  if (query.isError && events.length === 0) {
    return (
      <ProblemPanel {...describeProblem(query.error)}>
        <Button look="primary" onClick={() => void query.refetch()} pending={query.isFetching} pendingLabel="Trying …">
          Try again
        </Button>
      </ProblemPanel>
    );
  }
  if (events.length === 0) return <Loosen filters={filters} change={change} reset={reset} />;

  const byDay = effectiveSort(filters) === "date";
  const [first, ...others] = events;
  const featured = byDay && listActive(filters).length === 0 && first !== undefined ? first : null;
  return (
    <div className={query.isPlaceholderData ? "opacity-60 transition-opacity" : "transition-opacity"}>
      {featured ? (
        <div className="mb-10">
          <FeaturedEvent event={featured} />
        </div>
      ) : null}
      <EventList events={featured ? others : events} byDay={byDay} now={now} />
      {query.hasNextPage ? (
        <div className="border-line border-t pt-8 text-center">
          <Button
            size="large"
            onClick={() => void query.fetchNextPage()}
            pending={query.isFetchingNextPage}
            pendingLabel="Loading …"
          >
            Show more
          </Button>
          {query.isFetchNextPageError ? (
            <p role="alert" className="mt-3 text-14 text-soft">
              The next events did not arrive. Press again to try once more.
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

const offline = {
  what: "You are offline.",
  meaning: "The list can’t be loaded right now. Seats you hold stay held until their time runs out.",
  action: "It loads by itself once you are connected.",
};
