import type { Core } from "@evently/core/core";
import type { UserId } from "@evently/core/ids";
import { makeOwnOrganization } from "@evently/core/membership/make-own-organization";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import type { Actor } from "@evently/core/user";
import { toUser } from "@evently/core/user/user.table";

/** The account that owns the demo, as it may act now; one of a demo that the version before began gets an organization. */
export async function findOrganizer(core: Core, user_id: UserId): Promise<Actor> {
  await makeOwnOrganization(core, user_id);
  const item = await readItem(core.table, keys.user(user_id));
  if (!item) throw new Error(`${user_id} is gone`);
  return toUser(item);
}
