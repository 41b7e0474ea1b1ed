"use client";

import type { Buyer, BuyerSummary, Favourite } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { formatMoney } from "~/ui/format-money";
import { ShowMore } from "~/ui/show-more";
import { Skeleton } from "~/ui/skeleton";
import { Answer } from "./answer";
import { BarList } from "./bar-list";
import { FiguresTable } from "./figures-table";
import { liveInterval } from "./live-interval";
import { Panel } from "./panel";

type Props = { event: Pick<EventPage, "event_id" | "currency">; isLive: boolean; className?: string };

/** Who buys: new or returning, what they spend, and what else they like. */
export function BuyersPanel({ event, isLive, className }: Props) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["analytics", "buyers"], { event_id: event.event_id, limit: 50 }, (input) =>
      client.analytics.buyers.query(input),
    ),
    refetchInterval: liveInterval(isLive),
  });
  return (
    <Panel title="Buyers" lead="Returning buyers booked another of your events before." className={className}>
      <Answer query={query} what="the buyers" skeleton={<Skeleton className="h-72 w-full" />}>
        {({ pages }) => {
          const [summary] = pages;
          if (!summary || summary.total === 0) return <p className="py-6 text-soft">Nobody has booked yet.</p>;
          return (
            <>
              <div className="grid gap-8 md:grid-cols-3">
                <Kinds summary={summary} />
                <Favourites title="Favourite tags" of={summary.favourite_tags} total={summary.total} />
                <Favourites title="Favourite artists" of={summary.favourite_artists} total={summary.total} />
              </div>
              <BuyerTable buyers={pages.flatMap(({ items }) => items)} currency={event.currency} />
              <ShowMore query={query} what="buyers" />
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

function Kinds({ summary }: { summary: BuyerSummary }) {
  const { total, new_buyers, returning_buyers } = summary;
  return (
    <div className="flex flex-col gap-4">
      <h3 className="font-semibold text-14 text-soft">{total === 1 ? "1 buyer" : `${format(total)} buyers`}</h3>
      <BarList
        bars={[
          { key: "new", name: "New", share: new_buyers / total, value: format(new_buyers) },
          {
            key: "returning",
            name: "Returning",
            share: returning_buyers / total,
            value: format(returning_buyers),
            className: "bg-good",
          },
        ]}
      />
    </div>
  );
}

const mostShown = 5;

function Favourites({ title, of, total }: { title: string; of: readonly Favourite[]; total: number }) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <h3 className="font-semibold text-14 text-soft">{title}</h3>
      {of.length === 0 ? (
        <p className="text-14 text-soft">None yet.</p>
      ) : (
        <BarList
          bars={of.slice(0, mostShown).map(({ name, buyers }) => ({
            key: name,
            name: <span className="truncate">{name}</span>,
            share: buyers / total,
            value: format(buyers),
            className: "bg-outline",
          }))}
        />
      )}
    </div>
  );
}

function BuyerTable({ buyers, currency }: { buyers: readonly Buyer[]; currency: string }) {
  return (
    <FiguresTable
      caption="Buyers by what they spent"
      columns={[
        { name: "Buyer" },
        { name: "Spent", isNumber: true },
        { name: "Seats", isNumber: true },
        { name: "Bookings", isNumber: true },
        { name: "Cancelled", isNumber: true },
        { name: "Before" },
        { name: "Likes" },
      ]}
      rows={buyers.map((buyer) => ({
        key: buyer.user_id,
        cells: [
          buyer.name ?? buyer.email ?? buyer.user_id,
          formatMoney(buyer.spend, currency),
          format(buyer.seats),
          format(buyer.bookings),
          format(buyer.cancellations),
          buyer.is_returning ? "Returning" : "New",
          [...buyer.favourite_tags, ...buyer.favourite_artists].join(", "),
        ],
      }))}
    />
  );
}

const format = (count: number) => count.toLocaleString("en-US");
