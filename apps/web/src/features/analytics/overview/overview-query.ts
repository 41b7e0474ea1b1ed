import type { EventAnalytics } from "@evently/core/analytics";
import { pageQuery } from "~/trpc/page-query";

type List = (input: {
  limit: number;
  cursor?: string;
}) => Promise<{ items: EventAnalytics[]; next_cursor: string | null }>;

/** The figures of all of the caller's events, newest first. */
export const overviewQuery = (list: List) => pageQuery(["analytics", "events"], { limit: 50 }, list);
