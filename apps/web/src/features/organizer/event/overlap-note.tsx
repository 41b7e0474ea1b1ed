"use client";

import { longestDuration } from "@evently/core/event/limits.rules";
import { formatSpan, type Span } from "@evently/core/format/format-span";
import type { EventId } from "@evently/core/ids";
import type { Venue } from "@evently/core/venue";
import Link from "next/link";
import { trpc } from "~/trpc/client";
import { useDateStyle } from "~/ui/format/use-date-style";

type Props = {
  venue: Pick<Venue, "venue_id" | "name">;
  span: Span;
  minutes: number;
  /** The event itself, once it exists. */
  event_id?: EventId;
};

/** Warns of other events in this hall at the same time, also of those that an admin made; two at once may be meant. */
export function OverlapNote({ venue, span, minutes, event_id }: Props) {
  const style = useDateStyle();
  const overlaps = trpc.event.overlapping.useQuery(
    { venue_id: venue.venue_id, start_time: span.start_time, duration: minutes, ...(event_id ? { event_id } : {}) },
    { enabled: minutes >= 1 && minutes <= longestDuration, staleTime: 10_000 },
  );
  if (!overlaps.data || overlaps.data.length === 0) return null;
  return (
    <div role="status" className="rounded-card border border-outline bg-sunken px-4 py-3 text-14 sm:col-span-2">
      <p className="font-semibold">The same hall at the same time</p>
      <ul className="mt-1 flex flex-col gap-1">
        {overlaps.data.map((other) => (
          <li key={other.event_id}>
            <bdi>{venue.name}</bdi> is also booked for{" "}
            {other.can_manage ? (
              <Link href={`/organizer/events/${other.event_id}`} className="underline underline-offset-4">
                <bdi>{other.name}</bdi>
              </Link>
            ) : (
              <bdi>{other.name}</bdi>
            )}
            , <span>{formatSpan(other, style)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
