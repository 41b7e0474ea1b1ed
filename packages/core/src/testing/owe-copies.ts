import { draftEvent } from "../event/draft-event.ts";
import { findEvent } from "../event/find-event.ts";
import type { EventId } from "../ids.ts";
import { toInstant } from "../time.ts";
import type { TestCore } from "./open-core.ts";
import type { Sale } from "./open-event.ts";

/** Drafts in the sale's hall whose seats are still to be copied: a piece of bulk work each, due at `look_at` (epoch seconds). */
export async function oweCopies(core: TestCore, sale: Sale, count: number, look_at: number): Promise<EventId[]> {
  const event = await findEvent(core.table, sale.event_id);
  if (!event) throw new Error("the sale has no event");
  const asked = {
    ...{ venue_id: event.venue_id, name: "Copy", start_time: toInstant(core.clock() + 8 * 86_400), duration: 60 },
    ...{ artists: [], tags: [], description: "", programme: "", currency: event.currency, status: "draft" as const },
    seat_type_prices: event.seat_type_prices,
  };
  const drafts: EventId[] = [];
  for (let i = 0; i < count; i++) drafts.push((await draftEvent(core, sale.organizer, asked, { look_at })).event_id);
  return drafts;
}
