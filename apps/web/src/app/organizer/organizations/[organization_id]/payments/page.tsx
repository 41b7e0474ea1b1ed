import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getOrganization } from "~/features/organizer/organization/get-organization";
import { OrganizationHeading } from "~/features/organizer/organization/organization-heading";
import { PaymentAccount } from "~/features/organizer/payments/payment-account";
import { PageFrame } from "~/ui/page-frame";

type Props = {
  params: Promise<{ organization_id: string }>;
  searchParams: Promise<{ back?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Payments of ${(await getOrganization((await params).organization_id)).name}` };
}

/** How an organization is paid by card; Stripe sends its owner back here. */
export default async function PaymentsPage({ params, searchParams }: Props) {
  await connection();
  const organization = await getOrganization((await params).organization_id);
  if (organization.role !== null && organization.role !== "owner") notFound();
  return (
    <PageFrame className="flex flex-col gap-8">
      <OrganizationHeading organization={organization} page="payments" />
      <PaymentAccount organization_id={organization.organization_id} isBack={(await searchParams).back !== undefined} />
    </PageFrame>
  );
}
