"use client";

import type { EventPage } from "@evently/core/event";
import { CalendarClock } from "lucide-react";
import { useServerTime } from "~/features/clock/use-server-time";
import { formatClock } from "~/features/hold/countdown";
import { formatDateTime, formatDuration } from "~/ui/format/format-time";
import { Icon } from "~/ui/icon";
import { type SaleReason, standOfSale } from "./sale-stand";
import { useEventStatus } from "./use-event-status";

const reasons: Record<Exclude<SaleReason, "upcoming">, { what: string; meaning: string }> = {
  ended: { what: "The sale has ended", meaning: "Seats can no longer be chosen for this event." },
  paused: {
    what: "The sale is paused",
    meaning: "The organizer has paused it for now. Seats you hold stay yours until their time runs out.",
  },
  cancelled: { what: "This event is cancelled", meaning: "Whoever has a booking gets all of it back." },
  draft: { what: "Not on sale yet", meaning: "The organizer has not opened this event." },
};

/** Why no seat can be chosen now, and when that changes. The map stays to be looked at. */
export function SaleNotice({ event }: { event: EventPage }) {
  const status = useEventStatus(event);
  const now = useServerTime(Math.floor);
  const stand = standOfSale({ ...event, status }, now);
  if (stand.open) return null;
  const { what, meaning } =
    stand.reason === "upcoming" ? sayOpening(event, stand.opens ?? now, now) : reasons[stand.reason];
  return (
    <div className="flex items-start gap-3 rounded-card bg-spot-wash p-4 text-on-spot-wash">
      <Icon icon={CalendarClock} size={22} className="mt-0.5 shrink-0" />
      <div>
        <p className="font-semibold">{what}</p>
        <p className="figures text-14" suppressHydrationWarning>
          {meaning}
        </p>
      </div>
    </div>
  );
}

function sayOpening({ sales_start, timezone }: EventPage, opens: number, now: number) {
  const seconds = Math.max(0, opens - now);
  const hours = seconds / 3600;
  const left =
    hours >= 48
      ? `${Math.floor(hours / 24)} days`
      : hours >= 1
        ? formatDuration(Math.floor(seconds / 60))
        : formatClock(seconds);
  return {
    what: `Sale opens ${formatDateTime(sales_start, timezone)}`,
    meaning: `In ${left}. Look around; seats can be chosen from then on.`,
  };
}
