"use client";

import type { SeatPerformance } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDateTime } from "@evently/core/format/format-time";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { useInfiniteQuery } from "@tanstack/react-query";
import { liveInterval } from "~/features/organizer/live/live-interval";
import { QueryResult } from "~/features/organizer/live/query-result";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { useDateStyle } from "~/ui/format/use-date-style";
import { ShowMore } from "~/ui/show-more";
import { Skeleton } from "~/ui/skeleton";
import { FiguresTable } from "../figures-table";
import type { HeatMode } from "./heat-levels";

const orders = { first: "first_booked", dropped: "times_dropped", booked: "natural" } as const satisfies Record<
  HeatMode,
  string
>;
const states = { available: "Available", held: "Held", booked: "Booked", blocked: "Blocked" } as const;

type Props = {
  event: Pick<EventPage, "event_id" | "timezone" | "currency">;
  mode: HeatMode;
  isLive: boolean;
};

/** The seats one by one, in the order of the map's mode. */
export function SeatTable({ event, mode, isLive }: Props) {
  const { event_id, timezone, currency } = event;
  const { client } = trpc.useUtils();
  const style = useDateStyle();
  const query = useInfiniteQuery({
    ...pageQuery(["analytics", "seats"], { event_id, sort: orders[mode], limit: 200 }, (input) =>
      client.analytics.seats.query(input),
    ),
    refetchInterval: liveInterval(isLive),
  });
  const toRow = (seat: SeatPerformance) => ({
    key: seat.seat_pos,
    cells: [
      nameSeat(seat),
      seat.seat_type,
      formatMoney(seat.price, currency),
      states[seat.seat_state],
      seat.times_held,
      seat.times_dropped,
      seat.times_booked,
      seat.first_booked_at ? formatDateTime(seat.first_booked_at, timezone, style) : "never",
    ],
  });
  return (
    <QueryResult query={query} subject="the seats" skeleton={<Skeleton className="h-96 w-full" />}>
      {({ pages }) => (
        <>
          <FiguresTable
            caption="Seats one by one"
            columns={columns}
            rows={pages.flatMap(({ items }) => items.map(toRow))}
          />
          <ShowMore query={query} items="seats" />
        </>
      )}
    </QueryResult>
  );
}

const columns = [
  { name: "Seat" },
  { name: "Type" },
  { name: "Price", isNumber: true },
  { name: "Now" },
  { name: "Held", isNumber: true },
  { name: "Dropped", isNumber: true },
  { name: "Booked", isNumber: true },
  { name: "First sold" },
];
