"use client";

import type { BuyerSummary, Favorite } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import type { ReactNode } from "react";
import { QueryResult } from "~/features/organizer/live/query-result";
import { formatCount } from "~/ui/format/format-count";
import { Skeleton } from "~/ui/skeleton";
import { BarList } from "../bar-list";
import { FiguresTable } from "../figures-table";
import { Panel } from "../panel";
import { useBuyers } from "./use-buyers";

type Props = { event: Pick<EventPage, "event_id">; isLive: boolean; className?: string };

/** How many buyers there are; once there is another event, how many have returned, and what else they like. */
export function BuyersPanel({ event, isLive, className }: Props) {
  const query = useBuyers(event.event_id, isLive);
  const summary = query.data?.pages[0];
  return (
    <Panel
      title="Buyers"
      lead={
        isOnlyEvent(summary)
          ? "Everyone with one e-mail address is one buyer."
          : "Returning buyers have booked another of your events before, with the same e-mail address."
      }
      className={className}
      table={() => (summary ? <SummaryTable summary={summary} /> : null)}
    >
      <QueryResult query={query} subject="the buyers" skeleton={<Skeleton className="h-72 w-full" />}>
        {() => (summary && summary.total > 0 ? <Summary summary={summary} /> : <Nobody />)}
      </QueryResult>
    </Panel>
  );
}

function Nobody() {
  return <p className="text-soft">Nobody has booked yet.</p>;
}

/** Nobody can have returned, and all buyers have in common what the event is. */
const isOnlyEvent = (summary: BuyerSummary | undefined): boolean => summary?.other_events === 0;

function Summary({ summary }: { summary: BuyerSummary }) {
  const { total, new_buyers, returning_buyers } = summary;
  if (isOnlyEvent(summary)) return <p className="font-semibold">{countBuyers(total)}</p>;
  return (
    <>
      <Group title={countBuyers(total)}>
        <BarList
          bars={[
            { key: "new", name: "New", share: new_buyers / total, value: formatCount(new_buyers) },
            {
              key: "returning",
              name: "Returning",
              share: returning_buyers / total,
              value: formatCount(returning_buyers),
              className: "bg-good",
            },
          ]}
        />
      </Group>
      <Favorites title="They also like" items={summary.also_likes} total={total} />
    </>
  );
}

const countBuyers = (total: number): string => (total === 1 ? "1 buyer" : `${formatCount(total)} buyers`);

const maxShown = 5;

function Favorites({ title, items, total }: { title: string; items: readonly Favorite[]; total: number }) {
  if (items.length === 0) return null;
  return (
    <Group title={title}>
      <BarList
        bars={items.slice(0, maxShown).map(({ name, buyers }) => ({
          key: name,
          name: <bdi className="min-w-0">{name}</bdi>,
          share: buyers / total,
          value: formatCount(buyers),
          className: "bg-outline",
        }))}
      />
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold text-14 text-soft">{title}</h3>
      {children}
    </div>
  );
}

function SummaryTable({ summary }: { summary: BuyerSummary }) {
  const rowOf = (kind: string, name: string, buyers: number) => ({
    key: `${kind} ${name}`,
    cells: [kind, name, buyers],
  });
  return (
    <FiguresTable
      caption="Buyers and what they like"
      columns={[{ name: "Kind" }, { name: "Which" }, { name: "Buyers", isNumber: true }]}
      rows={[
        ...(isOnlyEvent(summary)
          ? []
          : [
              rowOf("Buyers", "new", summary.new_buyers),
              rowOf("Buyers", "returning", summary.returning_buyers),
              ...summary.also_likes.map(({ name, buyers }) => rowOf("Also like", name, buyers)),
            ]),
      ]}
      total={["Buyers", "all", summary.total]}
    />
  );
}
