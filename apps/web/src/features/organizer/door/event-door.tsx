"use client";

import type { EventPage } from "@evently/core/event";
import { ConflictList } from "~/features/door/entered/conflict-list";
import { GateCounts } from "~/features/door/entered/door-counts";
import { trpc } from "~/trpc/client";
import { liveQuery } from "~/trpc/live-query";
import { formatCount } from "~/ui/format/format-count";
import { useDateStyle } from "~/ui/format/use-date-style";
import { LinkButton } from "~/ui/link-button";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";
import { OnlyFor } from "../organization/for-role";
import { DoorKeys } from "./door-keys";

/** How an event's door is opened, by whom, and what comes in. */
export function EventDoor({ event }: { event: EventPage }) {
  const { event_id, seller } = event;
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-wrap gap-3">
        <LinkButton variant="primary" prefetch={false} href={`/door/${event_id}`}>
          Open the door
        </LinkButton>
        <LinkButton prefetch={false} href={`/door/${event_id}/list`}>
          Print the door list
        </LinkButton>
      </div>
      <WhoIsIn event={event} />
      <OnlyFor task="manager" organization={seller?.organization_id ?? null}>
        <DoorKeys event={event} />
      </OnlyFor>
    </div>
  );
}

/** As many conflicts as one answer has. */
const mostConflicts = 200;

function WhoIsIn({ event: { event_id, timezone } }: { event: EventPage }) {
  const query = trpc.door.list.useQuery({ event_id, conflicts: true, limit: mostConflicts }, liveQuery);
  const clock = { zone: timezone, style: useDateStyle() };
  return (
    <QueryResult query={query} subject="who is in" skeleton={<Skeleton className="h-40 w-full" />}>
      {({ admitted, expected, by_gate, items, next_cursor }) => (
        <section aria-labelledby="who-is-in" className="flex max-w-[36rem] flex-col gap-4">
          <h2 id="who-is-in" className="display font-semibold text-22">
            Who is in
          </h2>
          <p className="figures">
            <strong className="display font-semibold text-36">{formatCount(admitted)}</strong> of{" "}
            <span>{formatCount(expected)}</span> in
          </p>
          <GateCounts gates={by_gate} />
          <ConflictList conflicts={items} clock={clock} />
          {next_cursor ? <p>There may be more conflicts than are listed here.</p> : null}
        </section>
      )}
    </QueryResult>
  );
}
