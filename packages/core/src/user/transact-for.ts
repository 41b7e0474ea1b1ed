import { EventlyError } from "../errors.ts";
import { type Recording, transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { UserId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { checkNotSuspended, isDeleted } from "./user.table.ts";
import type { Actor } from "./user.ts";

/**
 * The transaction that decides what somebody asked for: refused once one of `accounts` is suspended, however old the
 * session is that asks, and in whatever process. Returns only the failed conditions of `actions`. If nothing else stood in the
 * way it throws SUSPENDED, SIGN_IN_REQUIRED where the account was deleted, and what `transactIdempotent` throws.
 */
export async function transactFor(
  table: Table,
  accounts: readonly UserId[],
  actions: Action[],
  recording: Recording = { lease: null },
): Promise<Outcome> {
  const checks = [...new Set(accounts)].map(checkNotSuspended);
  const outcome = await transactIdempotent(table, [...actions, ...checks], recording);
  if (outcome.done) return outcome;
  const failedConditions = outcome.failedConditions.filter(({ index }) => index < actions.length);
  if (failedConditions.length === 0)
    throw new EventlyError(isOfDeleted(outcome) ? "SIGN_IN_REQUIRED" : "SUSPENDED", {});
  return { ...outcome, failedConditions };
}

const isOfDeleted = ({ failedConditions }: Extract<Outcome, { done: false }>): boolean =>
  failedConditions.some(({ item }) => isDeleted(item));

/** The accounts in whose name an actor acts: none for a job, nor for a guest, who has no account to suspend. */
export const accountsOf = (actor: Actor | null): UserId[] =>
  actor === null || actor.role === "guest" ? [] : [actor.user_id];
