import { update } from "../table/actions.ts";
import { type Due, deadShardOf, leaseMarks, type WorkKind } from "../table/due-index.ts";
import type { Key } from "../table/keys.ts";
import type { UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";

/** A piece of work that belongs to this process until the lease ends; `attempts` counts this one. */
export type Lease = { key: Key; token: string; attempts: number };

/** Due and unchanged since `read`, its due time -> leased under `token` until `until` (epoch seconds). */
export function takeLease(key: Key, { read, token, until }: { read: string; token: string; until: number }) {
  return update({
    key,
    update: "SET due_at = :until, due_lease = :token, due_attempts = if_not_exists(due_attempts, :none) + :one",
    condition: "due_at = :read",
    values: { ":read": read, ":token": token, ":until": toInstant(until), ":none": 0, ":one": 1 },
  });
}

export function extendLease({ key, token }: Lease, until: number): UpdateAction {
  return update({
    key,
    update: "SET due_at = :until",
    condition: "due_lease = :token",
    values: { ":token": token, ":until": toInstant(until) },
  });
}

/** Ended without an error but not finished -> due again at `at`; its attempts count from none. */
export function returnWork({ key, token }: Lease, at: number): UpdateAction {
  return update({
    key,
    update: `SET due_at = :at REMOVE ${leaseMarks}`,
    condition: "due_lease = :token",
    values: { ":token": token, ":at": toInstant(at) },
  });
}

/** Failed -> due again at `at`, with the class of its error. */
export function postponeWork({ key, token }: Lease, at: number, error: string): UpdateAction {
  return update({
    key,
    update: "SET due_at = :at, due_error = :error REMOVE due_lease",
    condition: "due_lease = :token",
    values: { ":token": token, ":at": toInstant(at), ":error": error },
  });
}

/** Failed too often -> dead: due for nobody until an operator retries it. */
export function buryWork(kind: WorkKind, { key, token }: Lease, now: number, error: string): UpdateAction {
  return update({
    key,
    update: "SET due_shard = :dead, due_at = :now, due_error = :error REMOVE due_lease",
    condition: "due_lease = :token",
    values: { ":token": token, ":dead": deadShardOf(kind), ":now": toInstant(now), ":error": error },
  });
}

/** Dead since `read` -> due, as if it had never failed. */
export function reviveWork(key: Key, dead: Due, due: Due): UpdateAction {
  return update({
    key,
    update: `SET due_shard = :shard, due_at = :at REMOVE ${leaseMarks}`,
    condition: "due_shard = :dead AND due_at = :read",
    values: { ":dead": dead.due_shard, ":read": dead.due_at, ":shard": due.due_shard, ":at": due.due_at },
  });
}

/** In a shard of the version before and leased by nobody since -> in the shard of its kind, due at the same time. */
export function moveWork(key: Key, from: Due, to: Pick<Due, "due_shard">): UpdateAction {
  return update({
    key,
    update: "SET due_shard = :to",
    condition: "due_shard = :from AND due_at = :read",
    values: { ":from": from.due_shard, ":read": from.due_at, ":to": to.due_shard },
  });
}
