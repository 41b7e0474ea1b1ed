import type { EventAnalytics } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { isPublic, type SaleStatus } from "@evently/core/event/event.rules";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { EventPlace } from "~/features/event/event-place";
import { RefundProgress } from "~/features/organizer/called-off/refund-progress";
import { EventLinks } from "~/features/organizer/event/event-links";
import { HiddenNotice } from "~/features/organizer/event/hidden-notice";
import { OverlapNote } from "~/features/organizer/event/overlap-note";
import { ExportFiles } from "~/features/organizer/export/export-files";
import { OnlyFor } from "~/features/organizer/organization/for-role";
import { useMay } from "~/features/organizer/organization/organizations";
import { PricedNotice } from "~/features/organizer/payments/payments-notice";
import { EventControls } from "~/features/organizer/status/event-controls";
import { RemoveEvent } from "~/features/organizer/status/remove-event";
import { DateSpan } from "~/ui/format/date-span";
import { Icon } from "~/ui/icon";
import { StatusBadge } from "../status-badge";

type Props = { event: EventPage; figures: EventAnalytics; sale: SaleStatus; children: ReactNode };

/** The event, its status and its controls; `children` show how fresh the figures are. */
export function DashboardHeader({ event, figures, sale, children }: Props) {
  const { event_id } = event;
  const owner = event.seller?.organization_id ?? null;
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
      <RefundProgress event_id={event_id} status={figures.status} />
      <PricedNotice event={event} status={figures.status} />
      <HiddenNotice event={figures} hasJournal={useMay("manager", owner)} />
      <OnlyFor task="manager" organization={owner}>
        <OverlapNote
          venue={{ venue_id: event.venue_id, name: event.venue_name }}
          span={event}
          minutes={event.duration}
          event_id={event_id}
        />
      </OnlyFor>
      <div className="flex flex-wrap items-start gap-3">
        <EventLinks event={event} isPublic={isPublic(figures)} />
        <OnlyFor task="manager" organization={owner}>
          <EventControls {...figures} />
          <RemoveEvent event={event} />
        </OnlyFor>
      </div>
      <OnlyFor task="manager" organization={owner}>
        <ExportFiles event_id={event_id} />
      </OnlyFor>
    </header>
  );
}
