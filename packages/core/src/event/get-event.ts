import type { Core } from "../core.ts";
import { toCancellation, toCounts } from "../counts/counts.table.ts";
import { readCounters } from "../counts/read-counts.ts";
import { EventlyError } from "../errors.ts";
import type { EventId } from "../ids.ts";
import { isMember, may } from "../organization/may.ts";
import type { MemberRole } from "../organization/organization.ts";
import { refusedTo } from "../organization/refused-to.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";
import { countAvailability } from "./count-availability.ts";
import { endTime, isVisibleTo, isWithdrawn, priceRange } from "./event.rules.ts";
import { type StoredEvent, toEventText } from "./event.table.ts";
import type { EventPage } from "./event.ts";
import { EventCard } from "./event.ts";
import { findEvent } from "./find-event.ts";
import { findSeller } from "./find-seller.ts";
import { isCustomerOf } from "./is-customer-of.ts";

/**
 * The event for those who do `role`'s tasks for its organization, read consistently. Throws EVENT_NOT_FOUND, also for a
 * draft that the caller may not see, and FORBIDDEN for another member, and if the event is public but somebody else's.
 */
export async function getOwnEvent(
  core: Core,
  actor: Actor,
  event_id: EventId,
  role: MemberRole = "manager",
): Promise<StoredEvent> {
  const event = await findEvent(core.table, event_id);
  if (!event || !isVisibleTo(event, actor)) throw new EventlyError("EVENT_NOT_FOUND", {});
  if (!may(actor, event, role)) throw refusedTo(actor, event);
  return event;
}

/**
 * The event's page, at most 2 s old, and as it is now for its organization's members, with seats from the live map; `counts` only for those who read its figures. A
 * draft is visible to members only, one that the operator withdrew to those who have seats in it, too. Throws
 * EVENT_NOT_FOUND, UNAVAILABLE.
 */
export async function getEvent(
  core: Core,
  actor: Actor | null,
  { event_id }: { event_id: EventId },
): Promise<EventPage> {
  const recent = await core.events.find(event_id);
  // Its members read what another process was just told.
  const event = recent && isMember(actor, recent) ? await findEvent(core.table, event_id) : recent;
  if (!event || !(await isShownTo(core, event, actor))) throw new EventlyError("EVENT_NOT_FOUND", {});
  const [item, availability, counted, seller] = await Promise.all([
    readItem(core.table, keys.eventText(event_id), { consistent: isMember(actor, event) }),
    countAvailability(core, event),
    showCounted(core, event, actor),
    findSeller(core, event),
  ]);
  const { venue_id, venue_name, city, timezone, cancelling_since = null } = event;
  const { min, max } = priceRange(event);
  const text = toEventText(item);
  return {
    ...EventCard.parse(event),
    ...pickState(event),
    ...text,
    artists: text.artists ?? event.artists,
    end_time: endTime(event),
    price_min: min,
    price_max: max,
    cancelled_at: cancelling_since,
    venue: { venue_id, name: venue_name, city, timezone },
    seller,
    availability,
    ...counted,
  };
}

/** Its figures for those who read them, and how far its refunds are for its box office, too: buyers ask there. */
async function showCounted(core: Core, event: StoredEvent, actor: Actor | null) {
  const [seesFigures, seesRefunds] = [may(actor, event, "viewer"), may(actor, event, "box_office")];
  const { event_id, cancellation_counted, is_dead, seats_per_connection } = event;
  const isCounted = cancellation_counted === true;
  if (!seesFigures && !seesRefunds) return {};
  const counters = seesFigures || isCounted ? await readCounters(core, event_id) : null;
  const cancellation = counters && isCounted ? toCancellation(counters.tally, is_dead === true) : null;
  if (!counters || !seesFigures) return { cancellation };
  return { cancellation, counts: toCounts(counters.tally), seats_per_connection };
}

/** What the operator withdrew goes on being shown to those who have a ticket for it, or a hold. */
async function isShownTo(core: Core, event: StoredEvent, actor: Actor | null): Promise<boolean> {
  if (isVisibleTo(event, actor)) return true;
  return actor !== null && isWithdrawn(event) && isCustomerOf(core, actor, event.event_id);
}

function pickState(event: StoredEvent) {
  const { status, created_at, revision, price_revision } = event;
  const { cancellation_policy, moved_from, free_cancellation_until, archived_at, hidden_at, suspended_at } = event;
  return {
    ...{ status, created_at, revision, price_revision },
    ...{ cancellation_policy, moved_from, free_cancellation_until, archived_at, hidden_at, suspended_at },
  };
}
