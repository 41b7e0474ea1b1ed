"use client";

import { formatSeconds, nameZone } from "@evently/core/format/format-time";
import { useOnline } from "~/features/site/use-online";
import { useDateStyle } from "~/ui/format/use-date-style";

type Props = {
  query: { dataUpdatedAt: number; isError: boolean };
  zone: string;
  /** Whether the figures refresh while the event sells. */
  isLive: boolean;
};

/** How fresh the figures are. Changes are announced to screen readers elsewhere. */
export function LiveLine({ query, zone, isLive }: Props) {
  const online = useOnline();
  const instant = new Date(query.dataUpdatedAt).toISOString();
  const state = !online ? "Offline" : query.isError ? "Reconnecting…" : isLive ? "Live" : "Not on sale";
  const isConnected = isLive && online && !query.isError;
  return (
    <p className="figures flex items-center gap-2 text-14 text-soft">
      <span
        aria-hidden="true"
        className={`size-2.5 shrink-0 rounded-chip ${isConnected ? "bg-good" : "border border-outline"}`}
      />
      <span>
        <span>{state}</span> · as of <time dateTime={instant}>{formatSeconds(instant, zone, useDateStyle())}</time>{" "}
        <span>{nameZone(instant, zone)}</span>
      </span>
    </p>
  );
}
