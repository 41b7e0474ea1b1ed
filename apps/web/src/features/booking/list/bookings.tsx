"use client";

import { byTheMinute, useServerTime } from "~/features/clock/use-server-time";
import { describeFailure } from "~/trpc/describe-failure";
import { describeSilence, OfflineError } from "~/trpc/describe-silence";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ShowMore } from "~/ui/show-more";
import { TryAgain } from "~/ui/try-again";
import { BookingRow } from "./booking-row";
import { BookingsSkeleton } from "./bookings-skeleton";
import { type BookingGroups, groupBookings, type ListedBooking } from "./group-bookings";
import { NoBookings } from "./no-bookings";
import { useBookings } from "./use-bookings";

/** The visitor's bookings, next event first. */
export function Bookings() {
  const now = useServerTime(byTheMinute);
  const { query, listed, hasNoSession } = useBookings();
  if (hasNoSession) return <NoBookings />;
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

type GroupProps = { title: string; bookings: readonly ListedBooking[]; kind: keyof BookingGroups };

function BookingGroup({ title, bookings, kind }: GroupProps) {
  if (bookings.length === 0) return null;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind} className="display flex items-baseline gap-3 border-ink border-b pb-2 font-semibold text-28">
        {title}
        <span className="figures font-sans font-normal text-16 text-soft tracking-normal">{bookings.length}</span>
      </h2>
      <ul className="divide-y divide-line">
        {bookings.map(({ booking, event }) => (
          <BookingRow key={booking.booking_id} booking={booking} event={event} kind={kind} />
        ))}
      </ul>
    </section>
  );
}

const offline = describeSilence(new OfflineError(), {
  OFFLINE: {
    meaning: "Your bookings are safe; we just can’t load them right now.",
    action: "They load by themselves once you are back online.",
  },
});
