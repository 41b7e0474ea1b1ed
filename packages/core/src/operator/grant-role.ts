import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import type { Memberships } from "../organization/organization.ts";
import { transact } from "../table/transact.ts";
import { setRole } from "../user/user.table.ts";
import type { Role } from "../user/user.ts";
import { getAccount } from "./get-account.ts";

/** The role that an account had before, and has now; what it is in organizations stays. */
export type Granted = { before: Role; after: Role; memberships: Memberships };

/**
 * Gives an account a role, or takes a higher one away; its sessions follow within two seconds. What it sells it goes on selling as
 * a member of organizations, which suspending stops. Throws USER_NOT_FOUND, also for a guest, who has no account.
 */
export async function grantRole(
  core: Core,
  { user_id, role }: { user_id: UserId; role: Exclude<Role, "guest"> },
): Promise<Granted> {
  const { role: before, memberships = {} } = await getAccount(core, user_id);
  if (before === role) return { before, after: role, memberships };
  const changes = { role: { before, after: role } };
  const outcome = await transact(core.table, [
    setRole(user_id, { from: before, to: role }),
    putJournal({ subject: user_id, at: core.clock(), actor: operator, action: "account.role_granted", changes }),
  ]);
  return outcome.done ? { before, after: role, memberships } : grantRole(core, { user_id, role });
}
