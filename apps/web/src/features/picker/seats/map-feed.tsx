"use client";

import type { EventPage } from "@evently/core/event";
import { formatSeconds } from "@evently/core/format/format-time";
import { useEffect } from "react";
import { useServerTime } from "~/features/clock/use-server-time";
import { trpc } from "~/trpc/client";
import { Badge } from "~/ui/chip";
import { useDateStyle } from "~/ui/format/use-date-style";
import type { Picker } from "../picker";

const everyMs = 2000;
/** A map older than this says from when it is, whatever the reason. */
const oldAfterSeconds = 5;

/** Polls the map while the page is visible and feeds the picker; shows a badge while what is shown may be old. */
export function MapFeed({ picker, event }: { picker: Picker; event: EventPage }) {
  const { data, isError, isPaused } = trpc.seat.map.useQuery(
    { event_id: event.event_id },
    { refetchInterval: everyMs, refetchOnWindowFocus: "always", staleTime: everyMs, structuralSharing: false },
  );
  useEffect(() => {
    if (data) picker.apply(data);
  }, [data, picker]);
  const dateStyle = useDateStyle();
  const isOld = useServerTime((now) => data !== undefined && now - data.server_now > oldAfterSeconds);
  const isShown = data !== undefined && (isOld || isError || isPaused);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <div role="status" className="pointer-events-none absolute top-3 left-3 z-10">
      {isShown ? (
        <Badge tone="spot">
          {`The map is as of ${formatSeconds(new Date(data.server_now * 1000).toISOString(), timeZone, dateStyle)}. Reconnecting…`}
        </Badge>
      ) : null}
    </div>
  );
}
