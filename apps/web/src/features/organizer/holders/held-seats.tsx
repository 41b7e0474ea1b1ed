"use client";

import type { EventPage } from "@evently/core/event";
import { useState } from "react";
import { EmptyState } from "~/ui/empty-state";
import { formatCount } from "~/ui/format/format-count";
import { ShowMore } from "~/ui/show-more";
import { LiveLine } from "../live/live-line";
import { QueryResult } from "../live/query-result";
import { countSeats, type Release } from "./describe-release";
import { HolderCard } from "./holder-card";
import { HoldersSkeleton } from "./holders-skeleton";
import { mergeHolders } from "./merge-holders";
import { ReleaseDialog } from "./release-dialog";
import { SeatsLimit } from "./seats-limit";
import { useHolders } from "./use-holders";

/** The seats of an event that are on hold, by the connection that they are held from, each with a way to release them. */
export function HeldSeats({ event }: { event: EventPage }) {
  const [release, setRelease] = useState<Release | null>(null);
  const { query, isLive } = useHolders(event);
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-[65ch]">
        Seats that somebody is about to buy. They come back by themselves when their time is over. A connection is a
        household, an office or a phone; many people may share one, so look twice before you release.
      </p>
      <QueryResult query={query} subject="the held seats" skeleton={<HoldersSkeleton />}>
        {({ pages }) => {
          const [first] = pages;
          const holders = mergeHolders(pages);
          return (
            <div className="flex flex-col gap-4">
              <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
                <p className="figures font-medium">
                  {`${countSeats(first?.seats_held ?? 0)} of ${formatCount(first?.seat_count ?? 0)} on hold`}
                </p>
                <LiveLine query={query} zone={event.timezone} isLive={isLive} />
              </div>
              {holders.length === 0 ? (
                <EmptyState title="No seats on hold">
                  <p>While the event sells, seats appear here as soon as somebody holds them.</p>
                </EmptyState>
              ) : null}
              {holders.map((holder) => (
                <HolderCard
                  key={holder.connection ?? "unknown"}
                  mayBeMore={query.hasNextPage}
                  onRelease={setRelease}
                  {...{ event, holder }}
                />
              ))}
              <ShowMore query={query} items="held seats" />
              <SeatsLimit event_id={event.event_id} inForce={first?.seats_per_connection ?? null} />
            </div>
          );
        }}
      </QueryResult>
      <ReleaseDialog {...{ event, release }} onClose={() => setRelease(null)} onReleased={() => query.refetch()} />
    </div>
  );
}
