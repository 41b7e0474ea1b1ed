import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { numberOf } from "../event/list-own-events.ts";
import type { EventId } from "../ids.ts";
import { type Page, pageOf } from "../page-of.ts";
import type { Actor } from "../user/user.ts";
import type { Buyer, BuyerSummary } from "./analytics.ts";
import { type Bought, studyBuyers } from "./buyers.rules.ts";
import { findPeople } from "./find-people.ts";
import { readSales } from "./read-sales.ts";

type Input = { event_id: EventId; limit: number; cursor?: string | undefined };

const bySpend = {
  position: ({ spend, user_id }: Bought) => [spend, numberOf(user_id)] as const,
  compare: (a: readonly [number, number], b: readonly [number, number]) => b[0] - a[0] || a[1] - b[1],
};

/**
 * An event's buyers, highest spend first, together with the summary of all of them. Their other bookings are taken from
 * this organizer's events only. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listBuyers(core: Core, actor: Actor, input: Input): Promise<Page<Buyer> & BuyerSummary> {
  const event = await getOwnEvent(core, actor, input.event_id);
  const { buyers, summary } = await study(core, event);
  const page = pageOf(core, `analytics.buyers ${actor.user_id} ${input.event_id}`, buyers, bySpend, input);
  const personOf = await findPeople(
    core,
    page.items.map(({ user_id }) => user_id),
  );
  const items = page.items.map((bought) => ({
    ...bought,
    user_id: bought.user_id,
    ...personOf(bought.user_id),
  }));
  return { items, next_cursor: page.next_cursor, ...summary };
}

/** Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function getBuyerSummary(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<BuyerSummary> {
  return (await study(core, await getOwnEvent(core, actor, event_id))).summary;
}

async function study(core: Core, event: StoredEvent) {
  const [sales, events] = await Promise.all([readSales(core, event), core.salesCache.events(event.owner_id)]);
  const others = events.filter(({ event_id }) => event_id !== event.event_id);
  const sold = others.map(async ({ event_id, changes, tags, artists }) => {
    return { tags, artists, sales: await core.salesCache.sales(event_id, changes) };
  });
  return studyBuyers({ ...event, sales }, await Promise.all(sold));
}
