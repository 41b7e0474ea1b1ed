import { EventlyError } from "../errors.ts";
import { type Recording, transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { OrganizationId, OwnerId, UserId } from "../ids.ts";
import { checkMayPublish, checkMaySell } from "../organization/organization.table.ts";
import { checkMayCharge, toPaymentAccount } from "../payment/payment-account.table.ts";
import { notReady } from "../payment/payments-not-ready.ts";
import type { Table } from "../table/table.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { isOrganization } from "./usage.table.ts";
import { checkNotSuspended, isDeleted } from "./user.table.ts";
import type { Actor } from "./user.ts";

/**
 * The transaction that decides what somebody asked for: refused once one of `accounts` is suspended, however old the
 * session is that asks, and in whatever process. Returns only the failed conditions of `actions`. If nothing else stood in the
 * way it throws SUSPENDED, SIGN_IN_REQUIRED where the account was deleted, ORGANIZATION_NOT_APPROVED where a publication has to wait
 * for that, PAYMENTS_NOT_READY where `paidTo`, which puts an event with a price on sale, can't be paid by card, and what
 * `transactIdempotent` throws.
 */
export async function transactFor(
  table: Table,
  accounts: readonly OwnerId[],
  actions: Action[],
  { isPublication = false, paidTo = null, ...recording }: Deciding = { lease: null },
): Promise<Outcome> {
  const checkSeller = isPublication ? checkMayPublish : checkMaySell;
  const checks = [...new Set(accounts)].map((id) => (isOrganization(id) ? checkSeller(id) : checkNotSuspended(id)));
  const charge = paidTo === null ? [] : [checkMayCharge(paidTo)];
  const outcome = await transactIdempotent(table, [...actions, ...checks, ...charge], recording);
  if (outcome.done) return outcome;
  const failedConditions = outcome.failedConditions.filter(({ index }) => index < actions.length);
  if (failedConditions.length > 0) return { ...outcome, failedConditions };
  const [unpaid] = outcome.failedConditions.filter(({ index }) => index >= actions.length + checks.length);
  if (unpaid && outcome.failedConditions.length === 1) throw notReady(paidTo, toPaymentAccount(unpaid.item));
  throw refuse(outcome);
}

type Deciding = Recording & { isPublication?: boolean; paidTo?: OrganizationId | null };

/** By the account that stood in the way. */
function refuse({ failedConditions }: Extract<Outcome, { done: false }>): EventlyError {
  const found = failedConditions.map(({ item }) => item);
  if (found.some(isDeleted)) return new EventlyError("SIGN_IN_REQUIRED", {});
  if (found.some((item) => item?.state === "pending")) return new EventlyError("ORGANIZATION_NOT_APPROVED", {});
  if (found.some((item) => item?.state === "suspended")) return new EventlyError("SUSPENDED", {}, suspendedText);
  return new EventlyError("SUSPENDED", {});
}

const suspendedText =
  "This organization is suspended: it sells nothing, and what it sells can't be changed, until it is resumed. What it sold can still be cancelled.";

/** The accounts in whose name an actor acts: none for a job, nor for a guest, who has no account to suspend. */
export const accountsOf = (actor: Actor | null): UserId[] =>
  actor === null || actor.role === "guest" ? [] : [actor.user_id];

/**
 * The same for what somebody does with what an organization owns. While it is suspended its venues, events and seats, and who it is,
 * can't be changed, and nobody is invited. Not asked of it is what serves those who bought, or frees seats: cancelling bookings,
 * replacing their links, releasing holds; and who its members are.
 */
export const sellersOf = (
  actor: Actor | null,
  { organization_id }: { organization_id: OrganizationId | null },
): OwnerId[] => [...accountsOf(actor), ...(organization_id === null ? [] : [organization_id])];
