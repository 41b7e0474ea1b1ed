import type { FoundBooking } from "@evently/core/booking";
import { trpc } from "~/trpc/client";
import { Badge } from "~/ui/chip";
import { DateTime } from "~/ui/format/date-time";
import { countUnits } from "~/ui/format/format-wait";
import { LoadingNote, Skeleton } from "~/ui/skeleton";

/** What each booking is for; only its number where that can't be read. */
export function FoundList({ booking_ids }: { booking_ids: readonly string[] }) {
  const query = trpc.user.found.useQuery();
  if (query.isPending && !query.isPaused)
    return (
      <>
        <LoadingNote>Loading what they are for</LoadingNote>
        <Skeleton className="h-16 w-full" />
      </>
    );
  const known = new Map<string, FoundBooking>(query.data?.items.map((item) => [item.booking_id, item]));
  return (
    <ul className="w-full divide-y divide-line border-line border-y">
      {booking_ids.map((booking_id) => {
        const found = known.get(booking_id);
        return (
          <li key={booking_id} className="py-3">
            {found ? <FoundItem {...found} /> : <p className="figures">{booking_id}</p>}
          </li>
        );
      })}
    </ul>
  );
}

export function FoundItem({ event_name, start_time, timezone, seat_count, state }: FoundBooking) {
  return (
    <>
      <p dir="auto" className="font-semibold">
        {event_name}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-14 text-soft">
        <span>
          <DateTime instant={start_time} zone={timezone} />, <span>{countUnits(seat_count, "seat")}</span>
        </span>
        {state === "cancelled" ? <Badge>Cancelled</Badge> : null}
      </p>
    </>
  );
}
