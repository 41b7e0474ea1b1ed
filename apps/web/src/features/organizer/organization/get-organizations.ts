import "server-only";
import type { OrganizationView } from "@evently/core/organization";
import { cookies } from "next/headers";
import { cache } from "react";
import { getApi } from "~/trpc/server";
import { organizationCookie } from "./remember-organization";

/** Where the caller is a member, and the one whose pages are open: the one chosen last, else the first. */
export type OwnOrganizations = { items: OrganizationView[]; current: OrganizationView | null };

/** Fetched once per request. */
export const getOrganizations = cache(async (): Promise<OwnOrganizations> => {
  const { items } = await getApi().organization.list.query();
  const chosen = (await cookies()).get(organizationCookie)?.value;
  const current = items.find(({ organization_id }) => organization_id === chosen) ?? items[0] ?? null;
  return { items, current };
});
