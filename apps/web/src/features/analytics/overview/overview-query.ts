import type { EventAnalytics } from "@evently/core/analytics";
import type { OrganizationId } from "@evently/core/ids";
import { pageQuery } from "~/trpc/page-query";

type List = (input: {
  organization_id?: OrganizationId;
  limit: number;
  cursor?: string;
}) => Promise<{ items: EventAnalytics[]; next_cursor: string | null }>;

/** The figures of the caller's events, of all or of one organization, newest first. */
export const overviewQuery = (list: List, organization_id: OrganizationId | undefined) =>
  pageQuery(["analytics", "events"], { limit: 50, ...(organization_id ? { organization_id } : {}) }, list);
