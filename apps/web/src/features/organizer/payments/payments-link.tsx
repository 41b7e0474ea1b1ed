"use client";

import { findFailureOf } from "~/trpc/failure";
import { LinkButton } from "~/ui/link-button";
import { useMay } from "../organization/organizations";

/** From a refusal to where an owner connects the account that is missing; nothing for another failure, or for other members. */
export function PaymentsLink({ error }: { error: unknown }) {
  const organization_id = findFailureOf(error, "PAYMENTS_NOT_READY")?.details.organization_id ?? null;
  const isOwner = useMay("owner", organization_id);
  if (organization_id === null || !isOwner) return null;
  return <LinkButton href={paymentsPath(organization_id)}>Set up payments</LinkButton>;
}

/** The page of an organization's payments. */
export const paymentsPath = (organization_id: string): string => `/organizer/organizations/${organization_id}/payments`;
