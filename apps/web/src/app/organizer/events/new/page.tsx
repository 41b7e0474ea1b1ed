import type { Metadata } from "next";
import { connection } from "next/server";
import { NewEvent } from "~/features/organizer/event/new-event";
import { ForRole } from "~/features/organizer/organization/for-role";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "New event" };

type Props = { searchParams: Promise<{ venue?: string | string[] }> };

export default async function NewEventPage({ searchParams }: Props) {
  await connection();
  const { venue } = await searchParams;
  return (
    <ForRole task="manager">
      <PageFrame className="flex flex-col gap-8">
        <h1 className="display font-semibold text-36 sm:text-48">New event</h1>
        <NewEvent wanted={typeof venue === "string" ? venue : null} />
      </PageFrame>
    </ForRole>
  );
}
