import type { OrganizationId, UserId } from "../ids.ts";
import { remove, update } from "../table/actions.ts";
import { dueAt, leaseMarks } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";

/**
 * Somebody who was deleted at `asked_at` (epoch seconds) and is to be forgotten everywhere. Of their address the hash is kept until
 * then, and whether they had shown that it was theirs; who they were as guests, which organizations ended with them, and of which they
 * were ever a member.
 */
export type Forgetting = {
  user_id: UserId;
  asked_at: number;
  address_hash: string | null;
  was_verified: boolean;
  guest_ids: UserId[];
  member_of: OrganizationId[];
  organization_ids: OrganizationId[];
};

export const toForgetting = (item: Item): Forgetting => ({ member_of: [], ...item }) as unknown as Forgetting;

export function putForgetting(forgetting: Forgetting): Action {
  const key = keys.job("forget", forgetting.user_id);
  return { put: { ...key, ...forgetting, ...dueAt("bulk", key.pk, forgetting.asked_at) } };
}

/** Everything that was found is forgotten -> looked through once more, at `at` (epoch seconds). */
export function forgetAgain(key: Key, at: number): Action {
  return update({
    key,
    update: `SET due_at = :at REMOVE ${leaseMarks}`,
    condition: "attribute_exists(due_shard)",
    values: { ":at": toInstant(at) },
  });
}

export const removeForgetting = (key: Key): Action => remove({ remove: key, condition: "attribute_exists(due_shard)" });
