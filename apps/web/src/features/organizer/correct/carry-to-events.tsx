"use client";

import type { EventId, VenueId } from "@evently/core/ids";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { CheckBox } from "~/ui/field/check-box";
import { DateTime } from "~/ui/format/date-time";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";

type Props = { venue_id: VenueId; carry: readonly EventId[]; onChange: (carry: readonly EventId[]) => void };

/** As many as one request carries to. */
const mostEvents = 50;

/** The venue's published events, to take over the labels and properties. */
export function CarryToEvents({ venue_id, carry, onChange }: Props) {
  const query = trpc.event.search.useQuery({ venue_id, limit: mostEvents }, { staleTime: 0 });
  return (
    <QueryResult query={query} subject="this venue’s events" skeleton={<Skeleton className="h-24 w-full" />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-14 text-soft">No event is published here, so only later ones are concerned.</p>
        ) : (
          <fieldset className="flex min-w-0 flex-col gap-2">
            <legend className="font-medium text-14">Also change these published events</legend>
            <p className="text-14 text-soft">
              They take over labels and properties; tickets already sold will show the new labels. Seat types and
              removed seats change only for events created from now on.
            </p>
            <ul className="divide-y divide-line">
              {items.map(({ event_id, name, start_time, timezone }) => (
                <li key={event_id}>
                  <CheckBox
                    checked={carry.includes(event_id)}
                    onChange={() =>
                      onChange(carry.includes(event_id) ? carry.filter((id) => id !== event_id) : [...carry, event_id])
                    }
                  >
                    {name}
                    <span className="block text-14 text-soft">
                      <DateTime instant={start_time} zone={timezone} />
                    </span>
                  </CheckBox>
                </li>
              ))}
            </ul>
            {items.length > 1 ? (
              <Button
                variant="plain"
                size="small"
                className="self-start"
                onClick={() => onChange(items.map(({ event_id }) => event_id))}
              >
                All of them
              </Button>
            ) : null}
          </fieldset>
        )
      }
    </QueryResult>
  );
}
