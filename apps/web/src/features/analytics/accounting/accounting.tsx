"use client";

import type { EventAccounting } from "@evently/core/accounting";
import type { EventId } from "@evently/core/ids";
import { QueryResult } from "~/features/organizer/live/query-result";
import { trpc } from "~/trpc/client";
import { EmptyState } from "~/ui/empty-state";
import { AccountingSkeleton } from "./accounting-skeleton";
import { AccountingTiles } from "./accounting-tiles";
import { AsOf, type Refreshed } from "./as-of";
import { DaysTable } from "./days-table";
import { DisputedNote } from "./disputed-note";
import { MovementsFile } from "./movements-file";

/** An event's money, in all and by days, read anew whenever the page is opened: it takes every booking. */
export function Accounting({ event_id }: { event_id: EventId }) {
  const query = trpc.event.accounting.useQuery({ event_id }, { refetchOnWindowFocus: false, staleTime: 0 });
  return (
    <div className="flex flex-col gap-8">
      <p className="max-w-[65ch]">
        All money of this event by the day on which it moved, in the venue’s time. Cards count once the money is taken,
        invoices once they are paid, refunds when they are decided.
      </p>
      <QueryResult query={query} subject="the accounting" skeleton={<AccountingSkeleton />}>
        {(accounting) => <Figures accounting={accounting} query={query} />}
      </QueryResult>
      <MovementsFile event_id={event_id} />
    </div>
  );
}

type Props = { accounting: EventAccounting; query: Refreshed };

function Figures({ accounting, query }: Props) {
  const { days, disputed, currency, timezone } = accounting;
  if (days.length === 0)
    return (
      <EmptyState title="No money moved yet">
        <p>Each day with a sale, a refund or a fee appears here, with its sums.</p>
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-6">
      <AsOf query={query} zone={timezone} />
      <AccountingTiles accounting={accounting} />
      <DisputedNote disputed={disputed} currency={currency} />
      <section aria-labelledby="days-heading" className="flex min-w-0 flex-col gap-3">
        <h2 id="days-heading" className="display font-semibold text-22">
          By day
        </h2>
        <p className="text-soft">Card, cash and invoice are the parts of the net.</p>
        <DaysTable accounting={accounting} />
      </section>
    </div>
  );
}
