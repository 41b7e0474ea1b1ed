import type { OrganizationId } from "@evently/core/ids";
import type { OrganizationView } from "@evently/core/organization";

type Organizations = { items: readonly OrganizationView[]; current: OrganizationView | null };

/**
 * What lists of one's own are asked for by: the organization whose pages are open, where there are several. Whoever is in one
 * sees all that is theirs, also what they made before there were organizations.
 */
export const filterOf = ({ items, current }: Organizations): OrganizationId | undefined =>
  items.length > 1 ? current?.organization_id : undefined;
