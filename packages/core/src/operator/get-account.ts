import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toUser } from "../user/user.table.ts";
import type { User } from "../user/user.ts";

/** Throws USER_NOT_FOUND, also for a guest, who has no account. */
export async function getAccount({ table }: Core, user_id: UserId): Promise<User> {
  const item = await readItem(table, keys.user(user_id));
  if (!item || item.role === "guest") throw new EventlyError("USER_NOT_FOUND", {});
  return toUser(item);
}
