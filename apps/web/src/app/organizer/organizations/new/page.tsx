import type { Metadata } from "next";
import { connection } from "next/server";
import { NewOrganization } from "~/features/organizer/organization/new-organization";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "New organization" };

export default async function NewOrganizationPage() {
  await connection();
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-36 sm:text-48">New organization</h1>
      <NewOrganization />
    </PageFrame>
  );
}
