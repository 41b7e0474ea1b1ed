"use client";

import { useOnline } from "~/features/site/use-online";
import { formatSeconds, nameZone } from "~/ui/format/format-time";

type Props = {
  query: { dataUpdatedAt: number; isError: boolean };
  zone: string;
  /** Whether the figures move by themselves now. */
  isLive: boolean;
};

/** How old the figures are, by the hall's clocks. It says it for the eye only: changes are announced elsewhere. */
export function LiveLine({ query, zone, isLive }: Props) {
  const online = useOnline();
  const instant = new Date(query.dataUpdatedAt).toISOString();
  const state = !online ? "Offline" : query.isError ? "Reconnecting …" : isLive ? "Live" : "Not selling now";
  const isFlowing = isLive && online && !query.isError;
  return (
    <p className="figures flex items-center gap-2 text-14 text-soft">
      <span
        aria-hidden="true"
        className={`size-2.5 shrink-0 rounded-chip ${isFlowing ? "bg-good" : "border border-outline"}`}
      />
      <span>
        {state} · as of <time dateTime={instant}>{formatSeconds(instant, zone)}</time> {nameZone(instant, zone)}
      </span>
    </p>
  );
}
