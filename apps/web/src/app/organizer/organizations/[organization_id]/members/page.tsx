import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Members } from "~/features/organizer/members/members";
import { getOrganization } from "~/features/organizer/organization/get-organization";
import { OrganizationHeading } from "~/features/organizer/organization/organization-heading";
import { getApi } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ organization_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Members of ${(await getOrganization((await params).organization_id)).name}` };
}

export default async function MembersPage({ params }: Props) {
  await connection();
  const organization = await getOrganization((await params).organization_id);
  const user = await getApi().session.get.query();
  if (user === null || (organization.role !== null && organization.role !== "owner")) notFound();
  return (
    <PageFrame className="flex flex-col gap-8">
      <OrganizationHeading organization={organization} page="members" />
      <Members organization_id={organization.organization_id} user_id={user.user_id} />
    </PageFrame>
  );
}
