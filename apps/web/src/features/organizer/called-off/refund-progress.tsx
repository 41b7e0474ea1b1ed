"use client";

import type { EventPage } from "@evently/core/event";
import { useId } from "react";
import { trpc } from "~/trpc/client";
import { FailurePanel } from "~/ui/message/failure-panel";
import { useChangeAnnouncer } from "~/ui/message/use-change-announcer";
import { Skeleton } from "~/ui/skeleton";
import { liveInterval } from "../live/live-interval";
import { QueryResult } from "../live/query-result";
import { describeProgress, type Progress } from "./describe-progress";

type Props = {
  event_id: EventPage["event_id"];
  /** As it is now; the page may have been opened before. */
  status: EventPage["status"];
};

/** How far the refunds of a cancelled event are; nothing of any other one. */
export function RefundProgress({ event_id, status }: Props) {
  return status === "cancelling" || status === "cancelled" ? <Refunds event_id={event_id} /> : null;
}

function Refunds({ event_id }: Pick<Props, "event_id">) {
  const id = useId();
  const query = trpc.event.get.useQuery(
    { event_id },
    { refetchInterval: ({ state: { data } }) => liveInterval(data !== undefined && progressOf(data).isMoving) },
  );
  useChangeAnnouncer(query.data ? progressOf(query.data).sentence : null);
  return (
    <section
      aria-labelledby={id}
      className="flex max-w-[46rem] flex-col gap-3 rounded-card border border-line bg-card p-4 sm:p-6"
    >
      <h2 id={id} className="display font-semibold text-22">
        Refunds
      </h2>
      <QueryResult query={query} subject="the refunds" skeleton={<Skeleton className="h-16 w-full" />}>
        {(event) => (
          <>
            <Bar event={event} labelledBy={id} />
            <Words {...progressOf(event)} />
            {query.isError ? (
              <p className="text-14 text-soft">
                We can’t refresh this right now. The refunds go on, and we keep trying.
              </p>
            ) : null}
          </>
        )}
      </QueryResult>
    </section>
  );
}

const progressOf = ({ status, cancellation = null }: EventPage): Progress => describeProgress({ status, cancellation });

/** Drawn by the browser, so that it is there in forced colors, too; what it says is next to it as text. */
function Bar({ event: { cancellation }, labelledBy }: { event: EventPage; labelledBy: string }) {
  if (!cancellation || cancellation.total === 0) return null;
  const { total, refunded } = cancellation;
  return <progress aria-labelledby={labelledBy} max={total} value={refunded} className="h-4 w-full accent-curtain" />;
}

function Words({ sentence, meaning, failure }: Progress) {
  return (
    <>
      <p className="figures font-semibold">{sentence}</p>
      <p className="max-w-[60ch] text-14 text-soft">{meaning}</p>
      {failure ? <FailurePanel {...failure} /> : null}
    </>
  );
}
