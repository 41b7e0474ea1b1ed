"use client";

import type { EventReport } from "@evently/core/analytics";
import { countLeft } from "@evently/core/analytics/analytics.rules";
import type { EventPage } from "@evently/core/event";
import { saleStatus } from "@evently/core/event/event.rules";
import { serverClock } from "~/features/clock/server-clock";
import { useServerTime } from "~/features/clock/use-server-time";
import { isChanging, liveInterval } from "~/features/organizer/live/live-interval";
import { LiveLine } from "~/features/organizer/live/live-line";
import { QueryResult } from "~/features/organizer/live/query-result";
import { OnlyFor } from "~/features/organizer/organization/for-role";
import { trpc } from "~/trpc/client";
import { ArrivalsPanel } from "../arrivals/arrivals-panel";
import { BuyerList } from "../buyers/buyer-list";
import { BuyersPanel } from "../buyers/buyers-panel";
import { HeatPanel } from "../heat/heat-panel";
import { SalesPanel } from "../sales/sales-panel";
import { DashboardHeader } from "./dashboard-header";
import { DashboardSkeleton } from "./dashboard-skeleton";
import { EventTiles } from "./event-tiles";
import { FunnelPanel } from "./funnel-panel";
import { TypesPanel } from "./types-panel";
import { useSaleAnnouncer } from "./use-sale-announcer";

/** All figures of one event, live while it sells. */
export function EventDashboard({ event }: { event: EventPage }) {
  const query = trpc.analytics.event.useQuery(
    { event_id: event.event_id },
    {
      refetchInterval: ({ state: { data } }) =>
        liveInterval(data !== undefined && (isChanging(saleStatus(data, serverClock.now())) || isArriving(data))),
    },
  );
  useSaleAnnouncer(query.data);
  return (
    <QueryResult query={query} subject="the figures" skeleton={<DashboardSkeleton />} heading="h1">
      {(figures) => <Figures event={event} figures={figures} query={query} />}
    </QueryResult>
  );
}

type Props = { event: EventPage; figures: EventReport };

function Figures({ event, figures, query }: Props & { query: Parameters<typeof LiveLine>[0]["query"] }) {
  const sale = useServerTime((now) => saleStatus(figures, now, countLeft(figures)));
  const isLive = isChanging(sale);
  return (
    <div className="flex flex-col gap-8">
      <DashboardHeader event={event} figures={figures} sale={sale}>
        <LiveLine query={query} zone={event.timezone} isLive={isLive} />
      </DashboardHeader>
      <EventTiles figures={figures} />
      <Panels {...{ event, figures, isLive }} />
    </div>
  );
}

function Panels({ event, figures, isLive }: Props & { isLive: boolean }) {
  const isYoung = useServerTime((now) => now - Date.parse(event.sales_start) / 1000 < youngSeconds);
  const layout = trpc.venue.layout.useQuery({ layout_id: event.layout_id }, { staleTime: Number.POSITIVE_INFINITY });
  const seat_types = layout.data?.seat_types ?? Object.keys(event.seat_type_prices);
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-3">
      <ArrivalsPanel figures={figures} className="lg:col-span-3" />
      <SalesPanel event={event} isLive={isLive} initialInterval={isYoung ? "hour" : "day"} className="lg:col-span-2" />
      <FunnelPanel figures={figures} />
      <HeatPanel event={event} isLive={isLive} className="lg:col-span-2 lg:self-start" />
      <div className="flex flex-col gap-6">
        <TypesPanel figures={figures} seat_types={seat_types} />
        <BuyersPanel event={event} isLive={isLive} className="grow" />
      </div>
      <OnlyFor task="box_office" organization={event.seller?.organization_id ?? null}>
        <BuyerList event={event} isLive={isLive} className="lg:col-span-3" />
      </OnlyFor>
    </div>
  );
}

/** While people come, though nothing is sold any more. */
function isArriving({ checked_in, no_shows }: EventReport): boolean {
  return checked_in > 0 && no_shows === null;
}

/** A sale younger than three days opens by the hour. */
const youngSeconds = 3 * 86_400;
