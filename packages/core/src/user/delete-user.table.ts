import { put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { toUser } from "./user.table.ts";
import type { User } from "./user.ts";
import { toVersions } from "./versions.ts";

/**
 * A person -> a number that leads to nobody. The links to their bookings go on opening them, every session is dead. Fails if
 * another address, role, membership, suspension or ending of sessions was written since they were read, and if it happened already.
 */
export function deleteUserItem(read: Item, now: number): Action {
  const { user_id, email, role, created_at, memberships = {}, suspended = null } = toUser(read);
  const { session_version, link_version } = toVersions(read);
  const nobody: User = { user_id, email: null, phone: null, name: null, role: "guest", created_at };
  const versions = { session_version: session_version + 1, link_version };
  return put({
    put: { ...keys.user(user_id), ...nobody, ...versions, deleted_at: toInstant(now) },
    condition:
      "email = :email AND #role = :role AND attribute_not_exists(deleted_at) AND (attribute_not_exists(session_version) OR session_version = :version) AND (attribute_not_exists(memberships) OR memberships = :memberships) AND (attribute_not_exists(suspended) OR suspended = :suspended)",
    names: { "#role": "role" },
    values: {
      ...{ ":email": email, ":role": role, ":version": session_version },
      ...{ ":memberships": memberships, ":suspended": suspended },
    },
  });
}

/** A guest names no address any more, nor has the name that was given with it; fails if it is another by now, and if they are no guest. */
export function dropAddress({ user_id, email }: User): Action {
  return update({
    key: keys.user(user_id),
    update: "SET email = :none, #name = :none",
    condition: "email = :email AND #role = :guest",
    names: { "#role": "role", "#name": "name" },
    values: { ":none": null, ":email": email, ":guest": "guest" },
  });
}
