import type { Venue } from "@evently/core/venue";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Icon } from "~/ui/icon";

/** What a page about a venue is for, and the way back to the venue's own page. */
export function VenueHeading({ venue, title }: { venue: Venue; title: string }) {
  return (
    <header className="flex min-w-0 flex-col gap-3">
      <Link
        href={`/organizer/venues/${venue.venue_id}`}
        className="-ml-2 inline-flex min-h-9 min-w-0 items-center gap-2 self-start rounded-control px-2 font-medium text-14 text-soft hover:bg-sunken hover:text-ink"
      >
        <Icon icon={ArrowLeft} size={18} />
        <bdi className="min-w-0">{venue.name}</bdi>
      </Link>
      <h1 className="display font-semibold text-28 sm:text-48">{title}</h1>
    </header>
  );
}
