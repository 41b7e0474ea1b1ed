import type { EventPage } from "@evently/core/event";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { trpc } from "~/trpc/client";
import { liveQuery } from "~/trpc/live-query";
import { listSavedSeats } from "../correct/venue-seats";
import { listOfficeSeats } from "./office-seats";

const everyMs = 2_000;
const pageSize = 200;

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
  const reasons = useReasons(event_id, map.data?.states ?? "");
  const priced = trpc.event.get.useQuery({ event_id }, liveQuery);
  const { seat_type_prices } = priced.data ?? event;
  const saved = useMemo(() => (layout.data ? listSavedSeats(layout.data) : []), [layout.data]);
  const states = map.data?.states;
  const seats = useMemo(
    () => (states === undefined ? [] : listOfficeSeats(saved, { map: { states }, reasons }, { seat_type_prices })),
    [saved, states, reasons, seat_type_prices],
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
  };
}

const noReasons: ReadonlyMap<string, string> = new Map();

/** Why seats are blocked, asked for again once others are. */
function useReasons(event_id: EventPage["event_id"], states: string): ReadonlyMap<string, string> {
  const { client } = trpc.useUtils();
  const blocked = [...states].flatMap((letter, i) => (letter === "x" ? [i] : [])).join();
  const { data } = useQuery({
    queryKey: ["boxOffice", "reasons", event_id, blocked],
    enabled: blocked !== "",
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const reasons = new Map<string, string>();
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof client.boxOffice.blocks.query>> = await client.boxOffice.blocks.query({
          ...{ event_id, limit: pageSize },
          ...(cursor === null ? {} : { cursor }),
        });
        for (const { seat_pos, reason } of page.items) reasons.set(seat_pos, reason);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return reasons;
    },
  });
  return data ?? noReasons;
}
