import type { Core } from "../core.ts";
import { eventsPerSitemap } from "../event/limits.rules.ts";
import type { EventId } from "../ids.ts";
import type { ListPublished, PublishedPage } from "./search.ts";

/**
 * The published events that have not ended, for a search engine to visit them all. Pages are cut by the number of an id, so
 * that every process has the same ones and nothing moves when an event ends.
 */
export function listPublished(
  { catalog, clock }: Pick<Core, "catalog" | "clock">,
  { page }: ListPublished,
): PublishedPage {
  const now = clock() * 1000;
  const pages = new Set<number>();
  const event_ids: EventId[] = [];
  for (const entry of catalog.documents) {
    if (entry === null || entry.ends <= now) continue;
    const { event_id } = entry.event;
    const itsPage = Math.floor(Number(event_id.slice("event-".length)) / eventsPerSitemap);
    pages.add(itsPage);
    if (itsPage === page) event_ids.push(event_id);
  }
  return { event_ids: event_ids.sort(), pages: [...pages].sort((a, b) => a - b) };
}
