"use client";

import type { ExpectedTicket } from "@evently/core/door";
import { formatClock, formatDateTime } from "@evently/core/format/format-time";
import { Printer } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { useDateStyle } from "~/ui/format/use-date-style";
import { Icon } from "~/ui/icon";
import { FailurePanel } from "~/ui/message/failure-panel";
import { LoadingNote, Skeleton } from "~/ui/skeleton";
import type { DeskState } from "../desk/desk";
import { isPassing } from "../desk/is-passing";
import { doorWords } from "../page/door-words";
import type { DeskActions } from "../page/use-desk";
import { enteredBy } from "../rules/find-entered";
import type { Sheet } from "../rules/index-sheet";
import { ListTable } from "./list-table";
import { orderTickets } from "./order-tickets";

type Sort = "name" | "seat";
type Props = { state: DeskState; sheet: Sheet; actions: DeskActions };

export function PrintedList({ state: { fetched_at, scans }, sheet, actions }: Props) {
  const [sort, setSort] = useState<Sort>("name");
  const { list, error } = useListed(actions, sort);
  const style = useDateStyle();
  const { name, start_time, timezone, venue_name } = sheet.event;
  const isOwn = error !== null && fetched_at !== null && isPassing(error);
  const own = useMemo(() => (isOwn ? { sort, items: orderTickets(sheet.tickets, sort) } : null), [isOwn, sheet, sort]);
  const shown = own ?? list;
  return (
    <>
      <h1 dir="auto" className="font-semibold text-28">
        Door list: {name}
      </h1>
      <p>
        <span>{formatDateTime(start_time, timezone, style)}</span>, <bdi>{venue_name}</bdi>
      </p>
      <div className="flex flex-wrap gap-3 print:hidden">
        {(["name", "seat"] as const).map((by) => (
          <Chip key={by} pressed={sort === by} onClick={() => setSort(by)}>
            By {by}
          </Chip>
        ))}
        <Button onClick={() => window.print()}>
          <Icon icon={Printer} size={18} />
          Print
        </Button>
      </div>
      {isOwn ? (
        <p role="status" className="rounded-card bg-sunken px-4 py-3">
          The server can’t be reached. This is the list that this device fetched at{" "}
          <span>{formatClock(fetched_at, timezone, style)}</span>.
        </p>
      ) : null}
      {error === null || isOwn ? null : <FailurePanel {...describeFailure(error, doorWords)} />}
      {shown ? (
        <ListTable
          {...shown}
          findEntered={enteredBy(sheet, fetched_at ?? "", scans)}
          clock={{ zone: timezone, style }}
        />
      ) : null}
      {shown === null && error === null ? (
        <>
          <LoadingNote>Loading the door list</LoadingNote>
          <Skeleton className="h-80 w-full" />
        </>
      ) : null}
    </>
  );
}

/** The list in this order; the one before stays until it is there. */
function useListed({ api }: DeskActions, sort: Sort) {
  const [list, setList] = useState<{ sort: Sort; items: ExpectedTicket[] } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isGone = false;
    setError(null);
    api.listPrinted(sort).then(
      (items) => isGone || setList({ sort, items }),
      (failed: unknown) => isGone || setError(failed),
    );
    return () => {
      isGone = true;
    };
  }, [api, sort]);
  return { list, error };
}
