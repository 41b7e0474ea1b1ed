import { EventlyError } from "../errors.ts";
import type { OwnerId } from "../ids.ts";
import { organizationsOf } from "../organization/may.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { isOrganization } from "./usage.table.ts";
import { toUser } from "./user.table.ts";

/**
 * Whose quotas are meant by an id: of a person who owns one organization that one's. Throws INVALID_INPUT where they own several, naming
 * these, and UNAVAILABLE.
 */
export async function findOwner(table: Table, id: OwnerId): Promise<OwnerId> {
  const item = isOrganization(id) ? null : await readItem(table, keys.user(id));
  const owned = item ? organizationsOf(toUser(item), "owner").sort() : [];
  const [own = id, ...others] = owned;
  if (others.length === 0) return own;
  const message = `owns several organizations: ${owned.join(", ")}`;
  throw new EventlyError(
    "INVALID_INPUT",
    { faults: [{ path: "user_id", message }] },
    `${id} ${message}. Name one of them.`,
  );
}
