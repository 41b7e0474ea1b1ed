import type { EventCard } from "../event/event.ts";
import type { VenueId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { type Accounts, createHorizons, type Horizons } from "./horizons.ts";
import type { IndexedEvents } from "./index-events.ts";
import { type Held, listDeepestFirst } from "./list-deepest-first.ts";
import { placeOf } from "./read-catalog.ts";
import { createVenueOwners } from "./venue-owners.ts";

/** Above its budget a catalog is emptied to this part of it, and below the other one filled up again. */
const [shedTo, fillBelow] = [0.95, 0.9];

type Room = {
  horizons: Horizons;
  /** What the events take, and what is known of those left out. */
  bytes(): number;
  /** Learns whose events these rows are, if that decides which are in. Throws UNAVAILABLE. */
  meet(items: Item[]): Promise<void>;
  /** Adds or updates an event; whether it is in. */
  admit(event: EventCard): Promise<boolean>;
  /** Whether there is so much room that events left out should be read. */
  hasRoom(): boolean;
  /** The accounts that have less than half of what another one has: if events of theirs are left out, others have ended. */
  findPoor(): Accounts;
};

type Parts = { budget: number; yieldToEventLoop(): Promise<void>; onLeftOut(): void };

/** The room for events, shared among accounts: who has little is not put out by those who have much. */
export function shareRoom(table: Table, events: IndexedEvents, { budget, yieldToEventLoop, onLeftOut }: Parts): Room {
  const horizons = createHorizons();
  const owners = createVenueOwners(table);

  const bytes = () => events.bytes() + horizons.bytes();
  const isLeftOut = (event: EventCard) => horizons.isBeyond(owners.find(event.venue_id), placeOf(event));

  async function meet(items: Item[]): Promise<void> {
    if (!horizons.isEmpty()) await owners.learn(items.map(({ venue_id }) => venue_id as VenueId));
  }

  async function leaveOut(event: EventCard): Promise<void> {
    onLeftOut();
    events.drop(event.event_id);
    await yieldToEventLoop();
  }

  async function shed(): Promise<void> {
    await owners.learn(events.documents.flatMap((entry) => entry?.event.venue_id ?? []));
    for (const { event, owner, place } of listDeepestFirst(events, owners.find)) {
      if (bytes() <= shedTo * budget) break;
      // An event may be beyond its account's horizon, which never moves to a later place while events are left out.
      if (!horizons.isBeyond(owner, place)) horizons.set(owner, place);
      await leaveOut(event);
    }
  }

  return {
    horizons,
    bytes,
    meet,
    hasRoom: () => bytes() < fillBelow * budget,
    findPoor: () => findPoor(listDeepestFirst(events, owners.find)),
    async admit(event) {
      await meet([event]);
      if (isLeftOut(event)) await leaveOut(event);
      else events.set(event);
      if (bytes() > budget) await shed();
      return !isLeftOut(event);
    },
  };
}

function findPoor(held: Held[]): Accounts {
  const taken = new Map<string, number>();
  for (const { owner, depth } of held) taken.set(owner, Math.max(depth, taken.get(owner) ?? 0));
  const most = held[0]?.depth ?? 0;
  return (owner) => (taken.get(owner) ?? 0) < most / 2;
}
