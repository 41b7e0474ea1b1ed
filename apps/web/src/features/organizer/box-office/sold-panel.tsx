import type { ServedBooking } from "@evently/core/box-office";
import { mostBlocked } from "@evently/core/box-office/limits.rules";
import type { EventId, SeatId } from "@evently/core/ids";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import Link from "next/link";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { countSeats } from "~/features/picker/seats/describe-seat";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Skeleton } from "~/ui/skeleton";
import { nameBuyer } from "../buyers/name-buyer";
import { DisputeLine } from "../dispute/dispute-line";
import { MarkPaid } from "../invoice/mark-paid";
import { PaymentLine } from "../invoice/payment-line";
import { QueryResult } from "../live/query-result";
import { RefundBooking } from "../refunds/refund-booking";
import type { Act } from "./act";
import type { OfficeSeat } from "./office-seats";

type Props = {
  event_id: EventId;
  /** The event's. */
  zone: string;
  /** The chosen seats that are sold. */
  seats: readonly OfficeSeat[];
  onAct: (act: Act) => void;
  onMove: (booking: ServedBooking, from: readonly string[]) => void;
};

/** Whose the chosen seats are, and what can be done with those bookings. */
export function SoldPanel({ event_id, zone, seats, onAct, onMove }: Props) {
  const asked = seats.slice(0, mostBlocked).map(({ seat_pos }) => seat_pos as SeatId);
  const query = trpc.boxOffice.bookings.useQuery({ event_id, seats: asked }, { staleTime: 0 });
  return (
    <QueryResult query={query} subject="the bookings" skeleton={<Skeleton className="h-32 w-full" />}>
      {({ items }) => (
        <ul className="flex flex-col gap-4">
          {items.map((booking) => (
            <SoldBooking key={booking.booking_id} {...{ event_id, zone, booking, seats, onAct, onMove }} />
          ))}
          {items.length === 0 ? <li className="text-soft">These seats were given back meanwhile.</li> : null}
        </ul>
      )}
    </QueryResult>
  );
}

function SoldBooking({ event_id, zone, booking, seats, onAct, onMove }: Props & { booking: ServedBooking }) {
  const { booking_id, lines, total, counter } = booking;
  const own = seats.filter(({ seat_pos }) => lines.some(({ seat }) => seat === seat_pos));
  const isAwaiting = isReserved(booking);
  const isPart = own.length < lines.length;
  const ownIds = own.map(({ seat_pos }) => seat_pos);
  const which = isPart ? `chosen ${countSeats(own.length)}` : countSeats(own.length);
  return (
    <li id={booking_id} tabIndex={-1} className="flex flex-col gap-3 rounded-card border border-line p-4">
      <div>
        <h3 className="font-semibold">
          <bdi>{nameBuyer(booking)}</bdi>
        </h3>
        <p className="figures text-14 text-soft">
          {`${nameSeats(lines)} · `}
          <PaymentLine {...{ booking, zone }} />
          {" · "}
          <span className="whole">{booking_id}</span>
        </p>
      </div>
      <DisputeLine {...{ booking, zone }} />
      <div className="flex flex-wrap gap-2">
        <MarkPaid booking={booking} size="small" />
        {isAwaiting ? null : (
          <Button size="small" onClick={() => onMove(booking, ownIds)}>
            {`Move ${which}`}
            <span className="sr-only">{` of ${booking_id}`}</span>
          </Button>
        )}
        {isPart && total === 0 && !isAwaiting ? (
          <Button size="small" onClick={() => onAct({ kind: "give back", booking, seats: own })}>
            {`Give back ${which}`}
            <span className="sr-only">{` of ${booking_id}`}</span>
          </Button>
        ) : null}
        <RefundBooking booking={booking} seats={ownIds} size="small" />
        <Button size="small" onClick={() => onAct({ kind: "cancel", booking })}>
          {isAwaiting ? "Cancel reservation" : "Cancel booking"}
          <span className="sr-only">{` ${booking_id}`}</span>
        </Button>
        {counter ? <ReceiptLink {...{ event_id, booking_id }} /> : null}
      </div>
    </li>
  );
}

function ReceiptLink({ event_id, booking_id }: Pick<ServedBooking, "event_id" | "booking_id">) {
  return (
    <Link
      href={`/organizer/events/${event_id}/box-office/${booking_id}`}
      className="inline-flex min-h-9 items-center px-2 text-14 underline underline-offset-4"
    >
      Receipt<span className="sr-only">{` of ${booking_id}`}</span>
    </Link>
  );
}
