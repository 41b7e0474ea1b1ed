"use client";

import type { Buyer } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { formatMoney } from "@evently/core/format/format-money";
import { QueryResult } from "~/features/organizer/live/query-result";
import { formatCount } from "~/ui/format/format-count";
import { ShowMore } from "~/ui/show-more";
import { Skeleton } from "~/ui/skeleton";
import { FiguresTable } from "../figures-table";
import { Panel } from "../panel";
import { useBuyers } from "./use-buyers";

type Props = { event: Pick<EventPage, "event_id" | "currency">; isLive: boolean; className?: string };

/** The buyers one by one, those who spent most first. */
export function BuyerList({ event, isLive, className }: Props) {
  const query = useBuyers(event.event_id, isLive);
  const buyers = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const hasOthers = (query.data?.pages[0]?.other_events ?? 0) > 0;
  return (
    <Panel title="All buyers" className={className}>
      <QueryResult query={query} subject="the buyers" skeleton={<Skeleton className="h-72 w-full" />}>
        {() => (
          <>
            <BuyerTable buyers={buyers} currency={event.currency} hasOthers={hasOthers} />
            <ShowMore query={query} items="buyers" />
          </>
        )}
      </QueryResult>
    </Panel>
  );
}

type TableProps = { buyers: readonly Buyer[]; currency: string; hasOthers: boolean };

/** Whether someone returned, and what else they like, is known only where there are other events. */
function BuyerTable({ buyers, currency, hasOthers }: TableProps) {
  if (buyers.length === 0) return <p className="text-soft">Nobody has booked yet.</p>;
  return (
    <FiguresTable
      caption="Buyers by what they spent"
      columns={hasOthers ? [...columns, ...columnsOfOthers] : columns}
      rows={buyers.map((buyer) => ({
        key: buyer.user_id,
        cells: [
          buyer.name ?? buyer.email ?? buyer.user_id,
          formatMoney(buyer.spend, currency),
          formatCount(buyer.seats),
          formatCount(buyer.bookings),
          formatCount(buyer.cancellations),
          ...(hasOthers ? [buyer.is_returning ? "Returning" : "New", buyer.also_likes.join(" · ")] : []),
        ],
      }))}
    />
  );
}

const columns = [
  { name: "Buyer" },
  { name: "Spent", isNumber: true },
  { name: "Seats", isNumber: true },
  { name: "Bookings", isNumber: true },
  { name: "Cancelled", isNumber: true },
];
const columnsOfOthers = [{ name: "New or returning" }, { name: "Also likes", isText: true }];
