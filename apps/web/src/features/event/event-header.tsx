import type { EventPage } from "@evently/core/event";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Poster } from "~/features/poster/poster";
import { Icon } from "~/ui/icon";
import { ArtistList } from "./artist-list";
import { EventFacts } from "./event-facts";

export function EventHeader({ event }: { event: EventPage }) {
  return (
    <div className="flex flex-col gap-6">
      <Link
        href="/"
        className="-ml-2 inline-flex min-h-9 items-center gap-2 self-start rounded-control px-2 font-medium text-14 text-soft hover:bg-sunken hover:text-ink"
      >
        <Icon icon={ArrowLeft} size={18} />
        All events
      </Link>
      <div className="grid grid-cols-[min(6.5rem,33%)_1fr] items-start gap-x-5 gap-y-6 sm:grid-cols-[12rem_1fr] sm:grid-rows-[auto_1fr] sm:gap-x-8 lg:grid-cols-[17rem_1fr] lg:gap-x-12">
        <Poster event={event} className="w-full sm:row-span-2" />
        <div className="flex min-w-0 flex-col gap-3 self-end sm:self-start">
          <h1 dir="auto" className="display font-semibold text-22 min-[25rem]:text-28 sm:text-48 lg:text-64">
            {event.name}
          </h1>
          <ArtistList artists={event.artists} className="hidden max-w-[60ch] text-18 sm:block lg:text-22" />
        </div>
        <div className="col-span-2 flex flex-col gap-6 sm:col-span-1">
          <ArtistList artists={event.artists} className="text-18 sm:hidden" />
          <EventFacts event={event} />
        </div>
      </div>
    </div>
  );
}
