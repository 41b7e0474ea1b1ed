import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { OwnerId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import type { JournalAction } from "../journal/journal.ts";
import { putReminder } from "../mail/mail-jobs.table.ts";
import { ownerOf } from "../organization/may.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { accountsOf, sellersOf } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { getVenue } from "../venue/get-venue.ts";
import { moveStatus, type StoredEvent } from "./event.table.ts";
import type { EventStatus } from "./event.ts";
import { type Plan, reviseLatest } from "./revise-latest.ts";

/** Who changes a status and why; a job has no actor. */
export type StatusChange = {
  actor: Actor | null;
  reason?: string | undefined;
  lease?: IdempotencyLease | null;
  /** Written in the same transaction, of the event as it is then. */
  alongside?: (event: StoredEvent) => Action[];
};

const actions = {
  published: "event.published",
  paused: "event.paused",
  cancelling: "event.cancelling",
  cancelled: "event.cancelled",
  draft: "event.seats_copied",
  deleting: "event.deleting",
} as const satisfies Record<EventStatus, JournalAction>;

/**
 * A conditional change from the status that was read, of the event in the venue that was read, in the journal and logged for every process's catalog. Answers
 * the event as it is then. Throws EVENT_STATUS_CONFLICT, EVENT_NOT_FOUND, SUSPENDED, also where its organization is, and
 * ORGANIZATION_NOT_APPROVED, and PAYMENTS_NOT_READY where an event with a price goes on sale.
 */
export function changeStatus(
  core: Core,
  read: StoredEvent,
  to: EventStatus,
  { actor, reason, lease = null, alongside = () => [] }: StatusChange,
): Promise<StoredEvent> {
  const plan = async (event: StoredEvent, now: number): Promise<Plan> => {
    const { event_id, status, after_copy, revision } = event;
    if (status === to && after_copy === null) return null;
    // What is called off or deleted may have got its last seats meanwhile.
    const isCopied = to === "cancelling" || to === "deleting" || after_copy === read.after_copy;
    if (status !== read.status || !isCopied || event.seats_revision !== read.seats_revision)
      throw new EventlyError("EVENT_STATUS_CONFLICT", { status });
    const first = status === "draft" && to === "published" ? await firstPublication(core, event) : null;
    const entry = putJournal({
      ...{ subject: event_id, at: now, actor, action: actions[to], revision: revision + 1, reason },
      changes: { status: { before: status, after: to } },
    });
    return {
      change: { ...moveStatus(event, to, now), ...first?.change },
      alongside: [entry, ...(first?.alongside ?? []), ...remind(core, event, to, now), ...alongside(event)],
    };
  };
  return reviseLatest(core, read, plan, {
    lease,
    accounts: decidersOf(actor, read, to),
    isPublication: to === "published",
  });
}

/** A job publishes for the event's owner, too. What a suspended organization owes its buyers a job or an admin decides. */
function decidersOf(actor: Actor | null, event: StoredEvent, to: EventStatus): OwnerId[] {
  if (to === "published") return [...accountsOf(actor), ownerOf(event)];
  return actor === null || actor.role === "admin" ? accountsOf(actor) : sellersOf(actor, event);
}

/** Whenever its sale opens, so also of an event that was published while no mail was sent. */
function remind({ mailer }: Core, event: StoredEvent, to: EventStatus, now: number): Action[] {
  return mailer && to === "published" ? putReminder(event, now) : [];
}

/** An event is published with its venue's name, city and time zone of that moment; the zone stays from then on. */
async function firstPublication(core: Core, { venue_id }: StoredEvent): Promise<Plan> {
  const { name, city, timezone, timezone_fixed } = await getVenue(core, { venue_id });
  const fix = update({
    key: keys.venue(venue_id),
    update: "SET timezone_fixed = :yes",
    condition: "#timezone = :zone",
    names: { "#timezone": "timezone" },
    values: { ":yes": true, ":zone": timezone },
  });
  return { change: { venue_name: name, city, timezone }, alongside: timezone_fixed ? [] : [fix] };
}
