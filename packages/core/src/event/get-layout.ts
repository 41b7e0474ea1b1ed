import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";

/** The layout that prints an event's seats now. Throws UNAVAILABLE. */
export async function getLayoutOf(core: Core, event_id: EventId): Promise<IndexedLayout> {
  const event = await core.events.find(event_id);
  if (!event) throw new Error(`${event_id} is gone`);
  return core.layouts.get(event.layout_id);
}
