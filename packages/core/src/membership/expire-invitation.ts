import type { Core } from "../core.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { endInvitation, isOpen, removeInvitation, type StoredInvitation, toInvitation } from "./invitation.table.ts";

/** The job: an invitation whose time is over is forgotten, with whom it was for, and gives its place to another. */
export async function expireInvitation(core: Core, key: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, key);
  if (!item || signal?.aborted || isOpen(toInvitation(item), core.clock())) return;
  await dropInvitation(core, toInvitation(item));
}

/** Ends an invitation that nobody revoked; with an organization that is gone nothing is left to count. */
export async function dropInvitation({ table, clock }: Core, invitation: StoredInvitation): Promise<void> {
  const outcome = await transact(table, endInvitation(invitation, clock(), null));
  const isAlone = !outcome.done && outcome.failedConditions.some(({ index, item }) => index === 1 && item === null);
  if (isAlone) await transact(table, removeInvitation(invitation));
}
