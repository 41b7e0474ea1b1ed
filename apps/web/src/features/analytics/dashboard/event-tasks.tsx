"use client";

import type { EventPage } from "@evently/core/event";
import { isPublic, saleStatus } from "@evently/core/event/event.rules";
import { useServerTime } from "~/features/clock/use-server-time";
import { EventPlace } from "~/features/event/event-place";
import { RefundProgress } from "~/features/organizer/called-off/refund-progress";
import { EventLinks } from "~/features/organizer/event/event-links";
import { HiddenNotice } from "~/features/organizer/event/hidden-notice";
import { OnlyFor } from "~/features/organizer/organization/for-role";
import { DateSpan } from "~/ui/format/date-span";
import { StatusBadge } from "../status-badge";

/** An event for a role that reads no figures: what it is, and what that role does with it. */
export function EventTasks({ event }: { event: EventPage }) {
  const sale = useServerTime((now) => saleStatus(event, now, event.availability.seats_available));
  return (
    <header className="flex flex-col gap-4">
      <div>
        <StatusBadge event={event} sale={sale} />
      </div>
      <h1 dir="auto" className="display font-semibold text-28 sm:text-48">
        {event.name}
      </h1>
      <p>
        <DateSpan span={event} />
        <span className="text-soft">
          {" · "}
          <EventPlace {...event} />
        </span>
      </p>
      <OnlyFor task="box_office" organization={event.seller?.organization_id ?? null}>
        <RefundProgress event_id={event.event_id} status={event.status} />
      </OnlyFor>
      <HiddenNotice event={event} hasJournal={false} />
      <div className="flex flex-wrap items-start gap-3">
        <EventLinks event={event} isPublic={isPublic(event)} />
      </div>
    </header>
  );
}
