import { EventlyError } from "../errors.ts";
import { type Recording, transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { OrganizationId, OwnerId, UserId } from "../ids.ts";
import { checkMaySell } from "../organization/organization.table.ts";
import type { Table } from "../table/table.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { isOrganization } from "./usage.table.ts";
import { checkNotSuspended } from "./user.table.ts";
import type { Actor } from "./user.ts";

/**
 * The transaction that decides what somebody asked for: refused once one of `accounts` is suspended, however old the
 * session is that asks, and in whatever process. Returns only the failed conditions of `actions`. Throws SUSPENDED if
 * nothing else stood in the way, and what `transactIdempotent` throws.
 */
export async function transactFor(
  table: Table,
  accounts: readonly OwnerId[],
  actions: Action[],
  recording: Recording = { lease: null },
): Promise<Outcome> {
  const checks = [...new Set(accounts)].map((id) => (isOrganization(id) ? checkMaySell(id) : checkNotSuspended(id)));
  const outcome = await transactIdempotent(table, [...actions, ...checks], recording);
  if (outcome.done) return outcome;
  const failedConditions = outcome.failedConditions.filter(({ index }) => index < actions.length);
  if (failedConditions.length === 0) throw new EventlyError("SUSPENDED", {});
  return { ...outcome, failedConditions };
}

/** The accounts in whose name an actor acts: none for a job, nor for a guest, who has no account to suspend. */
export const accountsOf = (actor: Actor | null): UserId[] =>
  actor === null || actor.role === "guest" ? [] : [actor.user_id];

/** The same for what somebody does with what an organization owns. */
export const sellersOf = (
  actor: Actor | null,
  { organization_id }: { organization_id: OrganizationId | null },
): OwnerId[] => [...accountsOf(actor), ...(organization_id === null ? [] : [organization_id])];
