"use client";

import { lazy, Suspense, useMemo, useState } from "react";
import { describeSilence, OfflineError } from "~/trpc/describe-silence";
import { findFailure } from "~/trpc/failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ShowMore } from "~/ui/show-more";
import { TryAgain } from "~/ui/try-again";
import { effectiveSort, type Filters, listActive, writeFilters } from "./filters/filters";
import { EventList } from "./list/event-list";
import { FeaturedEvent } from "./list/featured-event";
import { ListSkeleton } from "./list/list-skeleton";
import type { useEvents } from "./use-events";

// Seldom needed, so that few load them.
const NoMatches = lazy(() => import("./no-matches"));
const FailedList = lazy(() => import("./failed-list"));

type Props = {
  found: ReturnType<typeof useEvents>;
  filters: Filters;
  /** A text is in the search box, whether it is searched for yet or not. */
  isTyping: boolean;
  change: (changes: Partial<Filters>) => void;
  reset: () => void;
};

/** As high as the window, so that the footer never moves within it. */
export function Results(props: Props) {
  return (
    <div className="min-h-dvh">
      <State {...props} />
    </div>
  );
}

/** The list in each of its states: loading, failed, empty, or loaded. */
function State({ found, filters, isTyping, change, reset }: Props) {
  const { query, events, first: answer } = found;
  const [first, others] = useMemo(() => [events[0], events.slice(1)], [events]);
  // Whose answer is on the page: that of the filters before, until the next one is there.
  const [shown, setShown] = useState(filters);
  if (shown !== filters && !query.isPlaceholderData) setShown(filters);
  if (query.isPaused && (!query.data || query.isPlaceholderData)) return <FailurePanel {...offline} />;
  if (query.isPending) return <ListSkeleton />;
  if (query.isError && events.length === 0) {
    if (findFailure(query.error))
      return (
        <Suspense>
          <FailedList query={query} />
        </Suspense>
      );
    // Without an answer nothing else may load either.
    return (
      <FailurePanel {...describeSilence(query.error)}>
        <TryAgain query={query} />
      </FailurePanel>
    );
  }
  if (answer === null || events.length === 0) {
    return <Suspense>{answer && <NoMatches {...{ answer, filters, change, reset }} />}</Suspense>;
  }

  const byDay = effectiveSort(shown) === "date";
  const featured = byDay && listActive(shown).length === 0 && !isTyping && first !== undefined ? first : null;
  return (
    // What another search found are other rows, even of the same event: those that stayed would move.
    <div
      key={writeFilters(shown)}
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
