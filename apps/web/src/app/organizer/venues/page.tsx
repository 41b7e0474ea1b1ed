import type { Metadata } from "next";
import { connection } from "next/server";
import { ForRole } from "~/features/organizer/organization/for-role";
import { OwnVenues } from "~/features/organizer/venue/own-venues";
import { LinkButton } from "~/ui/link-button";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "Venues" };

export default async function VenuesPage() {
  await connection();
  return (
    <ForRole task="manager">
      <PageFrame className="flex flex-col gap-8">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="display font-semibold text-36 sm:text-48">Venues</h1>
          <LinkButton href="/organizer/venues/new">New venue</LinkButton>
        </div>
        <OwnVenues />
      </PageFrame>
    </ForRole>
  );
}
