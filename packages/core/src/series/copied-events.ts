import * as z from "zod/mini";
import { Event } from "../event/event.ts";
import { SeriesId } from "../ids.ts";

/** The drafts that a copy made, with what makes them dates of one another. */
export const CopiedEvents = z.object({ series_id: SeriesId, items: z.array(Event) });
export type CopiedEvents = z.infer<typeof CopiedEvents>;
