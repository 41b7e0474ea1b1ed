"use client";

import { useMemo } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { describeSilence, OfflineError } from "~/trpc/describe-silence";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ShowMore } from "~/ui/show-more";
import { TryAgain } from "~/ui/try-again";
import { effectiveSort, type Filters, listActive } from "./filters/filters";
import { EventList } from "./list/event-list";
import { FeaturedEvent } from "./list/featured-event";
import { ListSkeleton } from "./list/list-skeleton";
import { NoMatches } from "./no-matches";
import type { useEvents } from "./use-events";

type Props = {
  found: ReturnType<typeof useEvents>;
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  reset: () => void;
};

/** The list in each of its states: loading, failed, empty, or loaded. */
export function Results({ found, filters, change, reset }: Props) {
  const { query, events, first: answer } = found;
  const [first, others] = useMemo(() => [events[0], events.slice(1)], [events]);
  if (query.isPaused && (!query.data || query.isPlaceholderData)) return <FailurePanel {...offline} />;
  if (query.isPending) return <ListSkeleton />;
  if (query.isError && events.length === 0) {
    return (
      <FailurePanel {...describeFailure(query.error)}>
        <TryAgain query={query} />
      </FailurePanel>
    );
  }
  if (answer === null || events.length === 0) {
    return answer && <NoMatches {...{ answer, filters, change, reset }} />;
  }

  const byDay = effectiveSort(filters) === "date";
  const featured = byDay && listActive(filters).length === 0 && first !== undefined ? first : null;
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={query.isPlaceholderData ? "opacity-60 transition-opacity" : "transition-opacity"}
    >
      {answer.matched === "some" ? (
        <p className="mb-4 font-semibold">No event matches all words. These match some:</p>
      ) : null}
      {featured ? (
        <div className="mb-10">
          <FeaturedEvent event={featured} />
        </div>
      ) : null}
      <EventList events={featured ? others : events} byDay={byDay} />
      <ShowMore query={query} items="events" />
    </div>
  );
}

const offline = describeSilence(new OfflineError(), {
  OFFLINE: {
    meaning: "We can’t load the list right now. Seats you hold stay held until their time runs out.",
    action: "It loads by itself once you are back online.",
  },
});
