"use client";

import type { EventPage } from "@evently/core/event";
import { type SaleStatus, saleStatus } from "@evently/core/event/event.rules";
import { formatDateTime } from "@evently/core/format/format-time";
import { CalendarClock } from "lucide-react";
import { useServerTime } from "~/features/clock/use-server-time";
import { formatCountdown } from "~/features/hold/countdown";
import { formatDuration } from "~/ui/format/format-duration";
import { useDateStyle } from "~/ui/format/use-date-style";
import { Icon } from "~/ui/icon";
import { useEventStatus } from "./use-event-status";

const cancelled = { title: "This event is cancelled", meaning: "All bookings are refunded in full." };

const reasons: Record<Exclude<SaleStatus, "open" | "sold_out" | "upcoming">, { title: string; meaning: string }> = {
  ended: { title: "The sale has ended", meaning: "Seats for this event are no longer on sale." },
  paused: {
    title: "The sale is paused",
    meaning: "The organizer has paused it for now. Seats you hold stay yours until your hold expires.",
  },
  hidden: {
    title: "This event is not available",
    meaning: "It was taken off sale. Bookings stay valid, and you can cancel yours under My bookings.",
  },
  cancelling: cancelled,
  cancelled,
  draft: { title: "Not on sale yet", meaning: "The organizer hasn’t published this event yet." },
};

/** Why no seat can be selected now, and when that changes. The map stays in view. */
export function SaleNotice({ event }: { event: EventPage }) {
  const status = useEventStatus(event);
  const now = useServerTime(Math.floor);
  const dateStyle = useDateStyle();
  const sale = saleStatus({ ...event, status }, now);
  if (sale === "open" || sale === "sold_out") return null;
  const opensAt = formatDateTime(event.sales_start, event.timezone, dateStyle);
  const { title, meaning } =
    sale === "upcoming" ? describeOpening(opensAt, Date.parse(event.sales_start) / 1000 - now) : reasons[sale];
  return (
    <div className="flex items-start gap-3 rounded-card bg-spot-wash p-4 text-on-spot-wash">
      <Icon icon={CalendarClock} size={22} className="mt-0.5 shrink-0" />
      <div>
        <p className="font-semibold">{title}</p>
        <p className="figures text-14" suppressHydrationWarning>
          {meaning}
        </p>
      </div>
    </div>
  );
}

function describeOpening(opensAt: string, secondsLeft: number) {
  const seconds = Math.max(0, secondsLeft);
  const hours = seconds / 3600;
  const left =
    hours >= 48
      ? `${Math.floor(hours / 24)} days`
      : hours >= 1
        ? formatDuration(Math.floor(seconds / 60))
        : formatCountdown(seconds);
  return {
    title: `Sale opens ${opensAt}`,
    meaning: `That’s in ${left}. Look around now; you can pick seats once it opens.`,
  };
}
