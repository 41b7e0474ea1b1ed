import type { Metadata } from "next";
import { connection } from "next/server";
import { ChangeSavedOrganization } from "~/features/organizer/organization/change-organization";
import { getOrganization } from "~/features/organizer/organization/get-organization";
import { OrganizationHeading } from "~/features/organizer/organization/organization-heading";
import { ReadOrganization } from "~/features/organizer/organization/read-organization";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ organization_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getOrganization((await params).organization_id)).name };
}

/** Who an organization is: its owners change it, its other members read it. */
export default async function OrganizationPage({ params }: Props) {
  await connection();
  const organization = await getOrganization((await params).organization_id);
  const isOwner = organization.role === null || organization.role === "owner";
  return (
    <PageFrame className="flex flex-col gap-8">
      <OrganizationHeading organization={organization} page="settings" />
      {isOwner ? (
        <ChangeSavedOrganization organization_id={organization.organization_id} />
      ) : (
        <ReadOrganization organization={organization} />
      )}
    </PageFrame>
  );
}
