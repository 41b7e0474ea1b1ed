"use client";

import type { MemberRole, OrganizationView } from "@evently/core/organization";
import { includes } from "@evently/core/organization/may";
import { createContext, type ReactNode, useContext, useMemo } from "react";

type OwnOrganizations = {
  items: readonly OrganizationView[];
  /** Whose events and venues the pages show; null for whoever has none, such as an admin. */
  current: OrganizationView | null;
  isAdmin: boolean;
};

const Organizations = createContext<OwnOrganizations>({ items: [], current: null, isAdmin: false });

/** Tells the organizer's pages where somebody is a member, and as what. */
export function OrganizationsProvider({
  items,
  current,
  isAdmin,
  children,
}: OwnOrganizations & { children: ReactNode }) {
  const value = useMemo(() => ({ items, current, isAdmin }), [items, current, isAdmin]);
  return <Organizations.Provider value={value}>{children}</Organizations.Provider>;
}

export const useOrganizations = (): OwnOrganizations => useContext(Organizations);

/**
 * Whether somebody may do what is `role`'s task in an organization; of null, which is that of something from before there were
 * organizations, whoever sees it may. Only what is offered depends on it: the API decides.
 */
export function useMay(role: MemberRole, organization_id: string | null | undefined): boolean {
  const { items, isAdmin } = useOrganizations();
  if (isAdmin || !organization_id) return true;
  const own = items.find((organization) => organization.organization_id === organization_id)?.role ?? null;
  return own !== null && includes(own, role);
}
