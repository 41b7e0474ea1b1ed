"use client";

import { describeProblem } from "~/trpc/describe-problem";
import { Button } from "~/ui/button";
import { ProblemPanel } from "~/ui/problem-panel";
import { BookingGroup } from "./booking-group";
import { BookingsSkeleton } from "./bookings-skeleton";
import { groupBookings } from "./group-bookings";
import { NoBookings } from "./no-bookings";
import { useBookings } from "./use-bookings";

/** One's bookings, the next concert first. `serverNow` in epoch seconds. */
export function Bookings({ serverNow }: { serverNow: number }) {
  const { query, listed, isNobody } = useBookings();
  if (isNobody) return <NoBookings />;
  if (query.isPending && query.isPaused) return <ProblemPanel {...offline} />;
  if (query.isPending) return <BookingsSkeleton />;
  if (query.isError && listed.length === 0)
    return (
      <ProblemPanel {...describeProblem(query.error)}>
        <Button look="primary" pending={query.isFetching} pendingLabel="Trying …" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </ProblemPanel>
    );
  if (listed.length === 0) return <NoBookings />;
  const { upcoming, past, cancelled } = groupBookings(listed, serverNow);
  return (
    <div className="flex flex-col gap-12">
      <BookingGroup title="Upcoming" bookings={upcoming} kind="upcoming" />
      <BookingGroup title="Past" bookings={past} kind="past" />
      <BookingGroup title="Cancelled" bookings={cancelled} kind="cancelled" />
      {query.hasNextPage ? (
        <div className="flex flex-col items-center gap-3">
          <Button
            size="large"
            pending={query.isFetchingNextPage}
            pendingLabel="Loading …"
            onClick={() => void query.fetchNextPage()}
          >
            Show more
          </Button>
          {query.isFetchNextPageError ? (
            <p role="alert" className="text-14 text-soft">
              The next bookings did not arrive. Press again to try once more.
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

const offline = {
  what: "You are offline.",
  meaning: "Your bookings are safe; they just can’t be loaded right now.",
  action: "They load by themselves once you are connected.",
};
