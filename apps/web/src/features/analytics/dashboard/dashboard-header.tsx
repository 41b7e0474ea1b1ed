import type { EventAnalytics } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { isPublic, type SaleStatus } from "@evently/core/event/event.rules";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { EventPlace } from "~/features/event/event-place";
import { HiddenNotice } from "~/features/organizer/event/hidden-notice";
import { OverlapNote } from "~/features/organizer/event/overlap-note";
import { ExportFiles } from "~/features/organizer/export/export-files";
import { EventControls } from "~/features/organizer/status/event-controls";
import { RemoveEvent } from "~/features/organizer/status/remove-event";
import { DateSpan } from "~/ui/format/date-span";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { StatusBadge } from "../status-badge";

type Props = { event: EventPage; figures: EventAnalytics; sale: SaleStatus; children: ReactNode };

/** The event, its status and its controls; `children` show how fresh the figures are. */
export function DashboardHeader({ event, figures, sale, children }: Props) {
  const { event_id } = event;
  return (
    <header className="flex flex-col gap-4">
      <Link
        href="/organizer"
        className="-ml-2 inline-flex min-h-9 items-center gap-2 self-start rounded-control px-2 font-medium text-14 text-soft hover:bg-sunken hover:text-ink"
      >
        <Icon icon={ArrowLeft} size={18} />
        Your events
      </Link>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge event={event} sale={sale} />
        {children}
      </div>
      <h1 dir="auto" className="display font-semibold text-28 sm:text-48">
        {event.name}
      </h1>
      <p>
        <DateSpan span={event} />
        <span className="text-soft">
          {" "}
          · <EventPlace {...event} />
        </span>
      </p>
      <HiddenNotice event={figures} />
      <OverlapNote
        venue={{ venue_id: event.venue_id, name: event.venue_name }}
        span={event}
        minutes={event.duration}
        event_id={event_id}
      />
      <div className="flex flex-wrap items-start gap-3">
        <LinkButton href={`/organizer/events/${event_id}/bookings`}>Bookings</LinkButton>
        <LinkButton href={`/organizer/events/${event_id}/box-office`}>Box office</LinkButton>
        <LinkButton href={`/organizer/events/${event_id}/holds`}>Held seats</LinkButton>
        {isPublic(figures) ? <LinkButton href={`/events/${event_id}`}>View event page</LinkButton> : null}
        <LinkButton href={`/organizer/events/${event_id}/edit`}>Change</LinkButton>
        <LinkButton href={`/organizer/events/${event_id}/copy`}>Copy to dates</LinkButton>
        <LinkButton href={`/organizer/events/${event_id}/mails`}>Mails</LinkButton>
        <LinkButton href={`/organizer/events/${event_id}/journal`}>Journal</LinkButton>
        <EventControls {...figures} />
        <RemoveEvent event={event} />
      </div>
      <ExportFiles event_id={event_id} />
    </header>
  );
}
