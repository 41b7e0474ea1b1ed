import * as z from "zod/mini";
import { EventId } from "../ids.ts";

/** Which of the published events, by their numbers: 0 for those below `eventsPerSitemap`, 1 for as many from there on. */
export const ListPublished = z.strictObject({ page: z.int().check(z.gte(0), z.lte(999_999_999_999)) });
export type ListPublished = z.infer<typeof ListPublished>;

/** The ids of a page, ascending, and the pages that have any. An event stays on its page as long as it is published. */
export const PublishedPage = z.object({ event_ids: z.array(EventId), pages: z.array(z.int()) });
export type PublishedPage = z.infer<typeof PublishedPage>;
