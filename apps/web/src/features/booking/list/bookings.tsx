"use client";

import { byTheMinute, useServerTime } from "~/features/clock/use-server-time";
import { describeFailure } from "~/trpc/describe-failure";
import { OfflineError } from "~/trpc/failure";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ShowMore } from "~/ui/show-more";
import { TryAgain } from "~/ui/try-again";
import { BookingGroup } from "./booking-group";
import { BookingsSkeleton } from "./bookings-skeleton";
import { groupBookings } from "./group-bookings";
import { NoBookings } from "./no-bookings";
import { useBookings } from "./use-bookings";

/** One's bookings, the next concert first. */
export function Bookings() {
  const now = useServerTime(byTheMinute);
  const { query, listed, isNobody } = useBookings();
  if (isNobody) return <NoBookings />;
  if (query.isPending && query.isPaused) return <FailurePanel {...offline} />;
  if (query.isPending) return <BookingsSkeleton />;
  if (query.isError && listed.length === 0)
    return (
      <FailurePanel {...describeFailure(query.error)}>
        <TryAgain query={query} />
      </FailurePanel>
    );
  if (listed.length === 0) return <NoBookings />;
  const { upcoming, past, cancelled } = groupBookings(listed, now);
  return (
    <div className="flex flex-col gap-12">
      <BookingGroup title="Upcoming" bookings={upcoming} kind="upcoming" />
      <BookingGroup title="Past" bookings={past} kind="past" />
      <BookingGroup title="Cancelled" bookings={cancelled} kind="cancelled" />
      <ShowMore query={query} items="bookings" />
    </div>
  );
}

const offline = describeFailure(new OfflineError(), {
  OFFLINE: {
    meaning: "Your bookings are safe; we just can’t load them right now.",
    action: "They load by themselves once you are back online.",
  },
});
