"use client";

import { saleStatus } from "@evently/core/event/event.rules";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { byTheMinute, useServerTime } from "~/features/clock/use-server-time";
import { isChanging, liveInterval } from "~/features/organizer/live/live-interval";
import { QueryResult } from "~/features/organizer/live/query-result";
import { filterOf } from "~/features/organizer/organization/filter-of";
import { useOrganizations } from "~/features/organizer/organization/organizations";
import { trpc } from "~/trpc/client";
import { SelectField } from "~/ui/field/select-field";
import { ShowMore } from "~/ui/show-more";
import { FigureMeaningsList } from "../figure-meanings-list";
import { Panel } from "../panel";
import { EventFigures } from "./event-figures";
import { EventsTable } from "./events-table";
import { groupSeries } from "./group-series";
import { NoEvents } from "./no-events";
import { type EventOrder, eventOrders, orderEvents } from "./order-events";
import { overviewQuery } from "./overview-query";
import { OverviewSkeleton } from "./overview-skeleton";
import { OverviewTiles } from "./overview-tiles";
import { SeriesFigures } from "./series-figures";
import { sumEvents } from "./sum-events";

/** All of an organizer's events and their totals. */
export function EventsOverview() {
  const now = useServerTime(byTheMinute);
  const [order, setOrder] = useState<EventOrder>("newest");
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...overviewQuery((input) => client.analytics.events.query(input), filterOf(useOrganizations())),
    refetchInterval: ({ state }) =>
      liveInterval(
        state.data?.pages.some(({ items }) =>
          items.some((event) => isChanging(saleStatus(event, serverClock.now()))),
        ) ?? false,
      ),
  });
  return (
    <QueryResult query={query} subject="your events" skeleton={<OverviewSkeleton />}>
      {({ pages }) => {
        const events = pages.flatMap(({ items }) => items);
        if (events.length === 0) return <NoEvents />;
        return (
          <div className="flex flex-col gap-8">
            <OverviewTiles totals={sumEvents(events, now)} isAll={!query.hasNextPage} />
            <Panel
              title="Compare events"
              lead="Each bar shows all seats of an event, or of all dates of a series: sold, on hold and available."
              actions={<OrderSelect order={order} onChange={setOrder} />}
              table={() => <EventsTable events={orderEvents(events, order, now)} />}
            >
              <ul className="flex flex-col divide-y divide-line border-line border-y">
                {orderEvents(groupSeries(events, now), order, now).map(({ key, dates }) =>
                  dates.length > 1 ? (
                    <SeriesFigures key={key} dates={dates} now={now} isAll={!query.hasNextPage} />
                  ) : (
                    dates.map((event) => <EventFigures key={key} figures={event} />)
                  ),
                )}
              </ul>
              <ShowMore query={query} items="events" />
              <FigureMeaningsList names={["Sold", "Revenue", "Hold success", "Cancellation rate"]} />
            </Panel>
          </div>
        );
      }}
    </QueryResult>
  );
}

function OrderSelect({ order, onChange }: { order: EventOrder; onChange: (order: EventOrder) => void }) {
  return (
    <SelectField
      label="Sort events"
      hideLabel
      value={order}
      onChange={({ currentTarget }) => onChange(currentTarget.value as EventOrder)}
    >
      {Object.entries(eventOrders).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
