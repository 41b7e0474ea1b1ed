import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { setRole, toUser } from "../user/user.table.ts";
import type { Role } from "../user/user.ts";

/** The role that an account had before, and has now. */
export type Granted = { before: Role; after: Role };

/**
 * Gives an account a role, or takes a higher one away; its sessions follow within two seconds. Throws USER_NOT_FOUND, also
 * for a guest, who has no account.
 */
export async function grantRole(
  core: Core,
  { user_id, role }: { user_id: UserId; role: Exclude<Role, "guest"> },
): Promise<Granted> {
  const item = await readItem(core.table, keys.user(user_id));
  if (!item || item.role === "guest") throw new EventlyError("USER_NOT_FOUND", {});
  const { role: before } = toUser(item);
  if (before === role) return { before, after: role };
  const changes = { role: { before, after: role } };
  const outcome = await transact(core.table, [
    setRole(user_id, { from: before, to: role }),
    putJournal({ subject: user_id, at: core.clock(), actor: operator, action: "account.role_granted", changes }),
  ]);
  return outcome.done ? { before, after: role } : grantRole(core, { user_id, role });
}
