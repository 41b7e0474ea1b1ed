"use client";

import type { EventPage } from "@evently/core/event";
import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { OpenPicker } from "./open-picker";
import { SeatPickerSkeleton } from "./seat-picker-skeleton";

/** The seats of an event: choose on a map or in a list, hold, and go on to payment. */
export function SeatPicker({ event }: { event: EventPage }) {
  const { event_id } = event;
  const map = trpc.seat.map.useQuery({ event_id }, { select: ({ layout_id }) => layout_id });
  // The map names the layout to read it with: labels may be corrected while the page is open.
  const layout = trpc.venue.layout.useQuery(
    { layout_id: map.data ?? event.layout_id },
    { staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData },
  );
  const limits = trpc.limits.get.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  if (layout.data && map.data && limits.data)
    return <OpenPicker event={event} layout={layout.data} seatLimit={limits.data.seats_per_hold} />;
  if (layout.isError || map.isError || limits.isError)
    return (
      <FailurePanel
        headline="The seat map did not load."
        meaning="Your seats are safe: what you hold stays held until its time runs out."
        action="Check your connection and try again."
      >
        <Button onClick={() => void Promise.all([layout.refetch(), map.refetch(), limits.refetch()])}>Try again</Button>
      </FailurePanel>
    );
  return <SeatPickerSkeleton isOffline={layout.isPaused || map.isPaused || limits.isPaused} />;
}
