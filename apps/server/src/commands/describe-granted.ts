import type { UserId } from "@evently/core/ids";
import type { Granted } from "@evently/core/operator/grant-role";

/** The role of an account, and what it stays in organizations, which go on selling. */
export function describeGranted(user_id: UserId, { before, after, memberships }: Granted): string {
  const isNew = before !== after;
  const role = isNew
    ? `${user_id} was ${before}, and is ${after} now. Every server follows within 2 seconds.\n`
    : `${user_id} is ${after} already.\n`;
  const stays = Object.entries(memberships).map(([organization_id, as]) => `${as} of ${organization_id}`);
  return stays.length === 0 ? role : `${role}It stays ${stays.join(", ")}: suspend stops what these sell.\n`;
}
