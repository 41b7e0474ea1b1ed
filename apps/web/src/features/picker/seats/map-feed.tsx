"use client";

import type { EventPage } from "@evently/core/event";
import { useEffect } from "react";
import { trpc } from "~/trpc/client";
import { Badge } from "~/ui/chip";
import { formatClock } from "~/ui/format/format-time";
import { useDateStyle } from "~/ui/format/use-date-style";
import type { Picker } from "../picker";

const everyMs = 2000;

/** Polls the map while the page is visible and feeds the picker; shows a badge while what is shown may be old. */
export function MapFeed({ picker, event }: { picker: Picker; event: EventPage }) {
  const { data, isError, isPaused, dataUpdatedAt } = trpc.seat.map.useQuery(
    { event_id: event.event_id },
    { refetchInterval: everyMs, refetchOnWindowFocus: "always", staleTime: everyMs, structuralSharing: false },
  );
  useEffect(() => {
    if (data) picker.apply(data);
  }, [data, picker]);
  const dateStyle = useDateStyle();
  if (!isError && !isPaused) return null;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const asOf = formatClock(new Date(dataUpdatedAt).toISOString(), timeZone, dateStyle);
  return (
    <div role="status" className="absolute top-3 left-3 z-10">
      <Badge tone="spot">{`Seats as of ${asOf}. Reconnecting…`}</Badge>
    </div>
  );
}
