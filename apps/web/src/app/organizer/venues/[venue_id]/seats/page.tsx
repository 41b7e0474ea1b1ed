import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { CorrectSeats } from "~/features/organizer/correct/correct-seats";
import { getOwnVenue } from "~/features/organizer/venue/get-own-venue";
import { Icon } from "~/ui/icon";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ venue_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Correct seats, ${(await getOwnVenue((await params).venue_id)).name}` };
}

export default async function CorrectSeatsPage({ params }: Props) {
  await connection();
  const venue = await getOwnVenue((await params).venue_id);
  return (
    <PageFrame className="flex flex-col gap-8">
      <div className="flex min-w-0 flex-col gap-2">
        <Link
          href={`/organizer/venues/${venue.venue_id}`}
          className="-ml-2 inline-flex min-h-9 min-w-0 items-center gap-2 self-start rounded-control px-2 font-medium text-14 text-soft hover:bg-sunken hover:text-ink"
        >
          <Icon icon={ArrowLeft} size={18} />
          <span className="min-w-0">{venue.name}</span>
        </Link>
        <h1 className="display font-semibold text-36 sm:text-48">Correct seats</h1>
        <p className="max-w-[65ch] text-soft">
          What is printed on a seat can be corrected even after tickets were sold. A seat stays the same seat, whoever
          has it.
        </p>
      </div>
      <CorrectSeats venue={venue} />
    </PageFrame>
  );
}
