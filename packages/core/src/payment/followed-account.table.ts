import * as z from "zod/mini";
import { update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Item, UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";

/** How far an account's events were read. */
const FollowedAccount = z.object({
  account: z.nullable(z.string()),
  cursor: z._default(z.nullable(z.string()), null),
});
export type FollowedAccount = z.infer<typeof FollowedAccount>;

export const toFollowedAccount = (item: Item): FollowedAccount => FollowedAccount.parse(item);

/** Where the key of a followed account begins, which has to be told from those of payments. */
export const followedPrefix = "payment-events-";

export const followedKey = (account: string | null): Key => keys.job("payment-events", account ?? "house");

/** From `now` (epoch seconds) on the account's events are read; repeatable, and then changes nothing. */
export function followAccount(account: string | null, now: number): UpdateAction {
  const key = followedKey(account);
  const { due_shard, due_at } = dueAt("money", key.pk, now);
  return update({
    key,
    update:
      "SET account = :account, due_shard = if_not_exists(due_shard, :shard), due_at = if_not_exists(due_at, :due)",
    values: { ":account": account, ":shard": due_shard, ":due": due_at },
  });
}

/**
 * Due at once. Fails where nobody follows the account, where it is due or being read, and where reading it has failed: then its pause
 * is to be kept, and nobody's webhooks make it fail more often.
 */
export function hastenReading(account: string | null, now: number): UpdateAction {
  return update({
    key: followedKey(account),
    update: "SET due_at = :now",
    condition: "due_at > :now AND attribute_not_exists(due_attempts) AND attribute_not_exists(due_lease)",
    values: { ":now": toInstant(now) },
  });
}

/** Read up to `cursor`; fails if another process has read on since. */
export function moveCursor({ account, cursor: read }: FollowedAccount, cursor: string | null): UpdateAction {
  const moving = {
    key: followedKey(account),
    update: "SET #cursor = :cursor",
    names: { "#cursor": "cursor" },
  } as const;
  if (read === null)
    return update({ ...moving, condition: "attribute_not_exists(#cursor)", values: { ":cursor": cursor } });
  return update({ ...moving, condition: "#cursor = :read", values: { ":cursor": cursor, ":read": read } });
}
