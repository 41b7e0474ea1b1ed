import type { EventPage } from "@evently/core/event";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { DateSpan } from "~/ui/format/date-span";
import { Icon } from "~/ui/icon";

/** What a page about an event is for, the event itself, and the way back to its dashboard. */
export function EventHeading({ event, title }: { event: EventPage; title: string }) {
  return (
    <header className="flex flex-col gap-3">
      <Link
        href={`/organizer/events/${event.event_id}`}
        className="-ml-2 inline-flex min-h-9 items-center gap-2 self-start rounded-control px-2 font-medium text-14 text-soft hover:bg-sunken hover:text-ink"
      >
        <Icon icon={ArrowLeft} size={18} />
        <bdi className="min-w-0">{event.name}</bdi>
      </Link>
      <h1 className="display font-semibold text-28 sm:text-48">{title}</h1>
      <p className="text-soft">
        <DateSpan span={event} />
      </p>
    </header>
  );
}
