import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import { may, roleIn } from "../organization/may.ts";
import { type StoredOrganization, toOrganization } from "../organization/organization.table.ts";
import type { MemberRole, OrganizationView } from "../organization/organization.ts";
import { isReadyToSell } from "../organization/payments-ready.ts";
import { refusedTo } from "../organization/refused-to.ts";
import type { PaymentAccount } from "../payment/payment.ts";
import { keys } from "../table/keys.ts";
import { readItem, readItems } from "../table/read-item.ts";
import type { Actor } from "../user/user.ts";

/** An organization, for its members. Throws ORGANIZATION_NOT_FOUND for anybody else. */
export async function getOrganization(
  core: Core,
  actor: Actor,
  { organization_id }: { organization_id: OrganizationId },
): Promise<OrganizationView> {
  const stored = await requireOrganization(core, actor, organization_id, null);
  return viewOrganization(core, actor, stored, await findPaymentAccount(core, organization_id));
}

/** The caller's own, by name. */
export async function listOwnOrganizations(core: Core, actor: Actor): Promise<OrganizationView[]> {
  const ids = Object.keys(actor.memberships ?? {}) as OrganizationId[];
  const items = ids.length > 0 ? await readItems(core.table, ids.map(keys.organization)) : [];
  const views = items.map(toOrganization).map(async (stored) => {
    const account = await findPaymentAccount(core, stored.organization.organization_id);
    return viewOrganization(core, actor, stored, account);
  });
  return (await Promise.all(views)).sort(
    (a, b) => a.name.localeCompare(b.name) || (a.organization_id < b.organization_id ? -1 : 1),
  );
}

/** Its account as it was at most two seconds ago; nobody has one where all are paid to the house. */
export const findPaymentAccount = async (
  core: Core,
  organization_id: OrganizationId,
): Promise<PaymentAccount | null> => (core.sellerAccounts === null ? null : core.paymentAccounts.find(organization_id));

export const viewOrganization = (
  core: Core,
  actor: Actor,
  { organization, revision }: StoredOrganization,
  account: PaymentAccount | null,
): OrganizationView => ({
  ...organization,
  revision,
  role: roleIn(actor, organization.organization_id),
  payments_ready: isReadyToSell(core, organization, account),
});

/**
 * An organization that the caller may do `role`'s tasks for, null for what any member may. Throws FORBIDDEN for another
 * member, ORGANIZATION_NOT_FOUND for whoever is none.
 */
export async function requireOrganization(
  { table }: Pick<Core, "table">,
  actor: Actor,
  organization_id: OrganizationId,
  role: MemberRole | null,
): Promise<StoredOrganization> {
  requireMember(actor, organization_id, role);
  const item = await readItem(table, keys.organization(organization_id));
  if (!item) throw new EventlyError("ORGANIZATION_NOT_FOUND", {});
  return toOrganization(item);
}

function requireMember(actor: Actor, organization_id: OrganizationId, role: MemberRole | null): void {
  if (roleIn(actor, organization_id) === null && actor.role !== "admin")
    throw new EventlyError("ORGANIZATION_NOT_FOUND", {});
  if (role !== null && !may(actor, { organization_id }, role)) throw refusedTo(actor, { organization_id });
}
