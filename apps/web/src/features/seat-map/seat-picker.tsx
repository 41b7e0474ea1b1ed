"use client";

import type { EventPage } from "@evently/core/event";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { OpenPicker } from "./open-picker";
import { SeatPickerSkeleton } from "./seat-picker-skeleton";

/** The seats of an event: choose on a map or in a list, hold, and go on to payment. */
export function SeatPicker({ event }: { event: EventPage }) {
  const { event_id, layout_id } = event;
  const layout = trpc.venue.layout.useQuery({ layout_id }, { staleTime: Number.POSITIVE_INFINITY });
  const map = trpc.seat.map.useQuery({ event_id }, { select: ({ layout_id }) => layout_id });
  if (layout.data && map.data) return <OpenPicker key={layout_id} event={event} layout={layout.data} />;
  if (layout.isError || map.isError)
    return (
      <FailurePanel
        headline="The seat map did not load."
        meaning="Nothing has happened to your seats; what you hold stays held until its time runs out."
        action="Check your connection and try again."
      >
        <Button onClick={() => void Promise.all([layout.refetch(), map.refetch()])}>Try again</Button>
      </FailurePanel>
    );
  return <SeatPickerSkeleton isOffline={layout.isPaused || map.isPaused} />;
}
