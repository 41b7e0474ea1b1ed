import { ChangeEvent, type Event } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import type { TestCore } from "./open-core.ts";
import type { Sale } from "./open-event.ts";

type Edit = Partial<Omit<ChangeEvent, "event_id" | "revision">>;

/** A change by the event's organizer, from the revision that is current. */
export async function editEvent(core: TestCore, { event_id, organizer }: Sale, edit: Edit): Promise<Event> {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new Error("there is no such event");
  return changeEvent(core, organizer, ChangeEvent.parse({ event_id, revision: event.revision, ...edit }));
}

/** Another price of all seats of `openEvent`, in the minor unit. */
export const setPrice = (core: TestCore, sale: Sale, price: number): Promise<Event> =>
  editEvent(core, sale, { seat_type_prices: { Stalls: price } });
