import type { EventPage } from "@evently/core/event";
import { keepPreviousData } from "@tanstack/react-query";
import { useMemo } from "react";
import { trpc } from "~/trpc/client";
import { liveQuery } from "~/trpc/live-query";
import { listSavedSeats } from "../correct/venue-seats";
import { listOfficeSeats } from "./office-seats";
import { useReasons } from "./use-reasons";

const everyMs = 2_000;

/** An event's hall and its seats as they are now, with what they cost and the reasons of blocked ones. */
export function useOffice(event: EventPage) {
  const { event_id } = event;
  const map = trpc.seat.map.useQuery(
    { event_id },
    { refetchInterval: everyMs, refetchOnWindowFocus: "always", staleTime: everyMs },
  );
  const layout = trpc.venue.layout.useQuery(
    { layout_id: map.data?.layout_id ?? event.layout_id },
    { staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData },
  );
  const { known, hasMore, readMore } = useReasons(event_id, map.data?.states ?? "");
  const priced = trpc.event.get.useQuery({ event_id }, liveQuery);
  const { seat_type_prices } = priced.data ?? event;
  const saved = useMemo(() => (layout.data ? listSavedSeats(layout.data) : []), [layout.data]);
  const states = map.data?.states;
  const seats = useMemo(
    () =>
      states === undefined ? [] : listOfficeSeats(saved, { map: { states }, reasons: known }, { seat_type_prices }),
    [saved, states, known, seat_type_prices],
  );
  const failed = layout.isError && !layout.data ? layout : map;
  return {
    query: {
      ...failed,
      data: layout.data && map.data ? { layout: layout.data } : undefined,
      refetch: () => Promise.all([layout.refetch(), map.refetch()]),
    },
    isOld: map.data !== undefined && (map.isError || map.isPaused),
    seats,
    readMore: hasMore ? readMore : null,
  };
}
