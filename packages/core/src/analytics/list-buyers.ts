import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { numberOf } from "../event/list-own-events.ts";
import type { EventId } from "../ids.ts";
import { ownerOf } from "../organization/may.ts";
import { type Page, pageOf } from "../page-of.ts";
import { findContacts } from "../user/find-contacts.ts";
import type { Actor } from "../user/user.ts";
import type { Buyer, BuyerSummary } from "./analytics.ts";
import { studyBuyers } from "./buyers.rules.ts";
import { readSales, salesAmong } from "./read-sales.ts";
import type { Sold } from "./sales-cache.ts";

type Input = { event_id: EventId; limit: number; cursor?: string | undefined };

const bySpend = {
  position: ({ spend, user_id }: Buyer) => [spend, numberOf(user_id)] as const,
  compare: (a: readonly [number, number], b: readonly [number, number]) => b[0] - a[0] || a[1] - b[1],
};

/**
 * An event's buyers, highest spend first, together with the summary of all of them. Their other bookings are taken from
 * this organizer's events only. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listBuyers(core: Core, actor: Actor, input: Input): Promise<Page<Buyer> & BuyerSummary> {
  const event = await getOwnEvent(core, actor, input.event_id, "box_office");
  const { buyers, summary } = await study(core, event);
  const page = pageOf(core, `analytics.buyers ${actor.user_id} ${input.event_id}`, buyers, bySpend, input);
  return { ...page, ...summary };
}

/** Throws EVENT_NOT_FOUND, FORBIDDEN. */
export async function getBuyerSummary(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<BuyerSummary> {
  return (await study(core, await getOwnEvent(core, actor, event_id, "viewer"))).summary;
}

async function study(core: Core, event: StoredEvent) {
  const [sales, events] = await Promise.all([readSales(core, event), core.salesCache.events(ownerOf(event))]);
  const others = events.filter(({ event_id }) => event_id !== event.event_id);
  const booked = await Promise.all(others.map(({ event_id, changes }) => core.salesCache.sales(event_id, changes)));
  const sold = booked.map(salesAmong);
  const [own = [], ...rest] = await nameBuyers(core, [sales, ...sold]);
  return studyBuyers(
    { ...event, sales: own },
    others.map(({ tags, artists }, i) => ({ tags, artists, sales: rest[i] ?? [] })),
  );
}

/** How many buyers of bookings that do not state them are read at most; the others count as accounts, without an address. */
const mostUnnamed = 2_000;

async function nameBuyers({ table }: Core, lists: readonly (readonly Sold[])[]) {
  const unnamed = new Set(lists.flatMap((sales) => sales.flatMap(({ buyer, user_id }) => (buyer ? [] : user_id))));
  const contactOf = await findContacts(table, [...unnamed].slice(0, mostUnnamed));
  return lists.map((sales) => sales.map((sale) => ({ ...sale, buyer: sale.buyer ?? contactOf(sale.user_id) })));
}
