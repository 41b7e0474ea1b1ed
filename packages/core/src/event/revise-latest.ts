import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { Recording } from "../idempotency/transact-idempotent.ts";
import type { OrganizationId, OwnerId } from "../ids.ts";
import type { Action } from "../table/transact.ts";
import { transactFor } from "../user/transact-for.ts";
import { isListed } from "./event.rules.ts";
import {
  applyChange,
  type EventChange,
  putCatalogChange,
  reviseEvent,
  type StoredEvent,
  viewEvent,
} from "./event.table.ts";
import { findEvent } from "./find-event.ts";
import { findPayee } from "./find-payee.ts";

/** What to make of an event, and what is written in the same transaction; null if there is nothing to do any more. */
export type Plan = { change: EventChange; alongside: Action[] } | null;

const maxAttempts = 10;

/** For whom the event is revised: none of these accounts may be suspended. None for a job. */
type Revising = Partial<Recording> & {
  accounts?: readonly OwnerId[];
  isPublication?: boolean;
  /** Who is paid for what goes on sale by what is written alongside. */
  paidTo?: OrganizationId | null;
};

/**
 * A change that fits any revision: planned anew from what somebody else made of the event meanwhile. Answers the event
 * as it is then. Throws what `plan` throws, EVENT_NOT_FOUND, what `transactFor` throws, and REVISION_CONFLICT if it never came first.
 */
export async function reviseLatest(
  core: Core,
  read: StoredEvent,
  plan: (event: StoredEvent, now: number) => Plan | Promise<Plan>,
  { accounts = [], paidTo = null, ...recording }: Revising = {},
): Promise<StoredEvent> {
  let event = read;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const now = core.clock();
    const planned = await plan(event, now);
    if (!planned) return event;
    const by = randomUUID();
    const after = applyChange(event, planned.change);
    const writes = [
      reviseEvent(event, planned.change, by),
      ...(isListed(event) || isListed(after) ? [putCatalogChange(event.event_id, now)] : []),
      ...planned.alongside,
    ];
    const outcome = await transactFor(core.table, accounts, writes, {
      ...{ lease: null, response: { output: viewEvent(after) } },
      ...recording,
      paidTo: paidTo ?? (await findPayee(core, event, after)),
    });
    core.events.forget(event.event_id);
    if (outcome.done) return after;
    const current = await findEvent(core.table, event.event_id);
    if (!current) throw new EventlyError("EVENT_NOT_FOUND", {});
    if (current.revised_by === by) return current;
    event = current;
  }
  throw new EventlyError("REVISION_CONFLICT", { revision: event.revision, changed: [] });
}
