import "server-only";
import type { OrganizationId } from "@evently/core/ids";
import type { OrganizationView } from "@evently/core/organization";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findFailure } from "~/trpc/failure";
import { getApi } from "~/trpc/server";

/** The organization of an address, for its members; the site's 404 for anyone else. */
export const getOrganization = cache(async (organization_id: string): Promise<OrganizationView> => {
  try {
    return await getApi().organization.get.query({ organization_id: organization_id as OrganizationId });
  } catch (error) {
    const code = findFailure(error)?.error_code;
    if (code === "ORGANIZATION_NOT_FOUND" || code === "INVALID_INPUT" || code === "SIGN_IN_REQUIRED") notFound();
    throw error;
  }
});
