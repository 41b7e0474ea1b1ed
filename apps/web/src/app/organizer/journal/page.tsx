import type { Metadata } from "next";
import { connection } from "next/server";
import { AccountJournal } from "~/features/organizer/journal/account-journal";
import { getApi } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "Journal of your account" };

export default async function AccountJournalPage() {
  await connection();
  const user = await getApi().session.get.query();
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-28 sm:text-48">Journal of your account</h1>
      {user ? <AccountJournal user_id={user.user_id} /> : null}
    </PageFrame>
  );
}
