import type { Core } from "../core.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { moveEvent } from "../event-change/move-event.ts";
import type { OrganizationId } from "../ids.ts";
import { readMembers } from "../membership/read-members.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { readAccount } from "../user/usage.ts";
import { ownOf } from "../user/user.table.ts";

/** Events of the version before follow whoever made them to their organization, which decides about them from then on. Throws UNAVAILABLE. */
export async function moveFormerEvents(core: Core, organization_id: OrganizationId): Promise<void> {
  for (const { user_id } of await readMembers(core.table, organization_id)) {
    const item = await readItem(core.table, keys.user(user_id));
    if (!item || ownOf(item) !== organization_id) continue;
    const former = await listOwnEventIds(core.table, [user_id]);
    if (former.length === 0) continue;
    // Both have their usage counted from then on.
    for (const owner_id of [user_id, organization_id]) await readAccount(core.table, owner_id);
    for (const event_id of former) await moveEvent(core, { user_id, organization_id }, event_id);
  }
}
