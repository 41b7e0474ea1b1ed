"use client";

import type { SeatHeat } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import type { Layout } from "@evently/core/layout";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { liveInterval } from "~/features/organizer/live/live-interval";
import { QueryResult } from "~/features/organizer/live/query-result";
import { trpc } from "~/trpc/client";
import { formatCount } from "~/ui/format/format-count";
import { Skeleton } from "~/ui/skeleton";
import { Panel } from "../panel";
import { Segmented } from "../segmented";
import { heatShares } from "./heat-layer";
import { type HeatMode, type HeatScale, heatLevels } from "./heat-levels";
import { SeatTable } from "./seat-table";

const skeleton = <Skeleton className="h-[min(64dvh,40rem)] min-h-56 w-full" />;
const HeatMap = dynamic(() => import("./heat-map"), { ssr: false, loading: () => skeleton });

const modes = [
  { value: "first", label: "Sold first" },
  { value: "dropped", label: "Dropped" },
  { value: "booked", label: "Booked" },
] as const;

const leads: Record<HeatMode, string> = {
  first: "What sold first: the larger and stronger the circle, the earlier.",
  dropped: "Held but not bought: the larger and stronger the circle, the more often.",
  booked: "Booked: the larger and stronger the circle, the more often. Cancelled bookings count too.",
};

type Props = {
  event: Pick<EventPage, "event_id" | "layout_id" | "timezone" | "currency">;
  isLive: boolean;
  className?: string;
};

/** The seats on their map: which sold first, which are held and dropped, which are booked. */
export function HeatPanel({ event, isLive, className }: Props) {
  const [mode, setMode] = useState<HeatMode>("first");
  const layout = trpc.venue.layout.useQuery({ layout_id: event.layout_id }, { staleTime: Number.POSITIVE_INFINITY });
  const heat = trpc.analytics.seatHeat.useQuery(
    { event_id: event.event_id },
    { refetchInterval: liveInterval(isLive) },
  );
  return (
    <Panel
      title="Seats"
      lead={leads[mode]}
      className={className}
      actions={<Segmented name="What the seats show" options={modes} value={mode} onChange={setMode} />}
      table={() => <SeatTable event={event} mode={mode} isLive={isLive} />}
    >
      <QueryResult query={layout} subject="the hall" skeleton={skeleton}>
        {(data) => (
          <QueryResult query={heat} subject="the seats" skeleton={skeleton}>
            {(seats) => <HeatChart layout={data} heat={seats} mode={mode} zone={event.timezone} />}
          </QueryResult>
        )}
      </QueryResult>
    </Panel>
  );
}

function HeatChart({ layout, heat, mode, zone }: { layout: Layout; heat: SeatHeat; mode: HeatMode; zone: string }) {
  const { levels, steps } = useMemo(() => heatLevels(heat, mode), [heat, mode]);
  return (
    <>
      <HeatLegend steps={steps} />
      <HeatMap {...{ layout, heat, levels, mode, zone }} />
    </>
  );
}

function HeatLegend({ steps }: Pick<HeatScale, "steps">) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-14">
      {steps.map(({ level, label, seats }) => (
        <li key={level} className="flex items-center gap-2">
          <svg width={20} height={20} viewBox="-0.5 -0.5 1 1" aria-hidden="true" className="shrink-0">
            <circle r={heatShares[level]} strokeWidth={0.06} className={`heat heat-${level}`} />
          </svg>
          {label}
          <span className="figures text-soft">{formatCount(seats)}</span>
        </li>
      ))}
    </ul>
  );
}
