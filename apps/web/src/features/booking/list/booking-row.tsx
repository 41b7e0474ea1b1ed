import { nameSeats } from "@evently/core/seat/name-seats.rules";
import clsx from "clsx";
import Link from "next/link";
import { EventPlace } from "~/features/event/event-place";
import { Poster } from "~/features/poster/poster";
import { Badge } from "~/ui/chip";
import { DateSpan } from "~/ui/format/date-span";
import { DateTime } from "~/ui/format/date-time";
import { Price } from "~/ui/format/price";
import { Skeleton } from "~/ui/skeleton";
import { CancelBooking } from "../cancel-booking";
import { describePayment } from "../describe-payment";
import { hasLapsed, isReserved, isUnpaid } from "../reservation/is-unpaid";
import type { BookingGroups, ListedBooking } from "./group-bookings";

type Props = ListedBooking & { kind: keyof BookingGroups };

/** One booking of the list, with a link to its ticket. */
export function BookingRow({ booking, event, kind }: Props) {
  const { booking_id, total, currency } = booking;
  const name = event?.name ?? booking_id;
  return (
    <li className="group relative flex gap-4 py-5 sm:gap-6">
      {event ? (
        <Poster event={event} className={clsx("h-fit w-16 shrink-0 sm:w-20", kind !== "upcoming" && "grayscale")} />
      ) : (
        <Skeleton className="h-24 w-16 shrink-0 sm:w-20" />
      )}
      <div className="flex min-w-0 grow flex-col gap-1 sm:flex-row sm:gap-6">
        <div className="flex min-w-0 grow flex-col gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium text-14 text-soft">
            {event ? <DateSpan span={event} /> : null}
            <StateBadge booking={booking} event={event} kind={kind} />
          </p>
          <h3
            dir="auto"
            className={clsx("display font-semibold text-18 sm:text-22", kind === "cancelled" && "text-soft")}
          >
            <Link
              href={`/bookings/${booking_id}`}
              className="decoration-2 underline-offset-4 before:absolute before:inset-0 group-hover:underline"
            >
              {name}
            </Link>
          </h3>
          <p className="text-14 text-soft">{event ? <EventPlace {...event} /> : null}</p>
          <p className="figures text-14">{nameSeats(booking.lines)}</p>
        </div>
        <div className="relative flex flex-wrap items-center gap-x-4 sm:flex-col sm:flex-nowrap sm:items-end sm:gap-1">
          <Price amount={total} currency={currency} className="font-semibold text-18 sm:text-22" />
          <CancelBooking booking={booking} eventName={name} />
        </div>
      </div>
    </li>
  );
}

function StateBadge({ booking, event, kind }: Props) {
  if (hasLapsed(booking)) return <Badge>Reservation lapsed</Badge>;
  if (kind === "cancelled" && isUnpaid(booking)) return <Badge>Reservation cancelled</Badge>;
  if (kind === "cancelled") return <Badge>Cancelled · {describePayment(booking)}</Badge>;
  if (event?.status === "cancelling" || event?.status === "cancelled")
    return <Badge tone="spot">Event cancelled</Badge>;
  if (isReserved(booking))
    return (
      <Badge tone="spot">
        Reserved, to be paid
        {event && booking.due_at ? (
          <>
            {" by "}
            <DateTime instant={booking.due_at} zone={event.timezone} />
          </>
        ) : null}
      </Badge>
    );
  return kind === "past" ? <Badge>Past</Badge> : <Badge tone="good">{describePayment(booking)}</Badge>;
}
