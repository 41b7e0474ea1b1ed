import * as z from "zod/mini";
import { EventId, VenueId } from "../ids.ts";
import { Instant } from "../time.ts";
import { Event } from "./event.ts";
import { longestDuration } from "./limits.rules.ts";

/** When and where an event that is being planned would take place. `event_id` is itself not looked for. */
export const FindOverlaps = z.strictObject({
  venue_id: VenueId,
  start_time: Instant,
  duration: z.int().check(z.gte(1), z.lte(longestDuration)),
  event_id: z.optional(EventId),
});
export type FindOverlaps = z.infer<typeof FindOverlaps>;

/** An event that takes place in the same venue at the same time. */
export const Overlap = z.object({
  ...z.pick(Event, { event_id: true, name: true, start_time: true, end_time: true, status: true }).shape,
  venue_name: z.string(),
  timezone: z.string(),
  /** Whether it is one that the asker may open: in their venue an admin may have made one. */
  can_manage: z.boolean(),
});
export type Overlap = z.infer<typeof Overlap>;
