import type { Metadata } from "next";
import { connection } from "next/server";
import { ForRole } from "~/features/organizer/organization/for-role";
import { NewVenue } from "~/features/organizer/venue/new-venue";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "New venue" };

export default async function NewVenuePage() {
  await connection();
  return (
    <ForRole task="manager">
      <PageFrame className="flex flex-col gap-8">
        <h1 className="display font-semibold text-36 sm:text-48">New venue</h1>
        <NewVenue />
      </PageFrame>
    </ForRole>
  );
}
