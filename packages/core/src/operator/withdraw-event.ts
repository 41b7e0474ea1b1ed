import type { Core } from "../core.ts";
import { type StoredEvent, type Withdrawal, withdraw } from "../event/event.table.ts";
import { reviseLatest } from "../event/revise-latest.ts";
import { putJournal } from "../journal/journal.table.ts";
import { type JournalAction, operator } from "../journal/journal.ts";
import type { Action } from "../table/transact.ts";
import { toInstant } from "../time.ts";

export type Withdrawing = {
  because: Withdrawal;
  /** Otherwise it is given back. */
  isGone: boolean;
  action: JournalAction;
  reason?: string | undefined;
  /** Written in the same transaction. */
  alongside?: Action[];
};

/**
 * Takes an event from the public, or gives it back, with a line in its journal; idempotent. Its status stays, so that what
 * was on sale is on sale again. Answers whether it wrote something. Throws EVENT_NOT_FOUND, REVISION_CONFLICT.
 */
export async function withdrawEvent(core: Core, read: StoredEvent, withdrawing: Withdrawing): Promise<boolean> {
  const { because, isGone, action, reason, alongside = [] } = withdrawing;
  const plan = (event: StoredEvent, now: number) => {
    const before = event[because];
    if ((before !== null) === isGone) return null;
    const at = isGone ? toInstant(now) : null;
    const entry = putJournal({
      ...{ subject: event.event_id, at: now, actor: operator, action, reason, revision: event.revision + 1 },
      changes: { [because]: { before, after: at } },
    });
    return { change: withdraw(event, because, at), alongside: [entry, ...alongside] };
  };
  const after = await reviseLatest(core, read, plan);
  return after.revision > read.revision && (after[because] !== null) === isGone;
}
