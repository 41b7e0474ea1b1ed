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

/** New and returning buyers, and what else they like. */
export function BuyersPanel({ event, isLive, className }: Props) {
  const query = useBuyers(event.event_id, isLive);
  const summary = query.data?.pages[0];
  return (
    <Panel
      title="Buyers"
      lead="Returning buyers have booked another of your events before."
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
  return <p className="text-soft">Nobody has booked yet. Your buyers’ favorites appear here with the first booking.</p>;
}

function Summary({ summary }: { summary: BuyerSummary }) {
  const { total, new_buyers, returning_buyers } = summary;
  return (
    <>
      <Group title={total === 1 ? "1 buyer" : `${formatCount(total)} buyers`}>
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
      <Favorites title="Favorite tags" items={summary.favourite_tags} total={total} />
      <Favorites title="Favorite artists" items={summary.favourite_artists} total={total} />
    </>
  );
}

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
        rowOf("Buyers", "new", summary.new_buyers),
        rowOf("Buyers", "returning", summary.returning_buyers),
        ...summary.favourite_tags.map(({ name, buyers }) => rowOf("Tag", name, buyers)),
        ...summary.favourite_artists.map(({ name, buyers }) => rowOf("Artist", name, buyers)),
      ]}
      total={["Buyers", "all", summary.total]}
    />
  );
}
