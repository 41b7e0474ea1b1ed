import type { Core } from "../core.ts";
import type { OrganizationId } from "../ids.ts";
import { takesCards } from "../organization/payments-ready.ts";
import { notReady } from "../payment/payments-not-ready.ts";
import type { StoredEvent } from "./event.table.ts";

/**
 * Whose account at the gateway has to be able to charge for the change to be made: that of an event with a price which goes on sale by it,
 * or is to once it has its seats. Null where nothing of that is so, where the seller takes no cards, and where all are paid to the
 * house. `before` is null for a new event. Throws PAYMENTS_NOT_READY for one that no organization has yet.
 */
export async function findPayee(
  core: Core,
  before: StoredEvent | null,
  after: StoredEvent,
): Promise<OrganizationId | null> {
  if (core.sellerAccounts === null || !isForSale(after)) return null;
  if (before !== null && isForSale(before) && before.status === after.status) return null;
  const { organization_id } = after;
  if (organization_id === null) throw notReady(null, null);
  return takesCards(await core.organizations.find(organization_id)) ? organization_id : null;
}

const isForSale = ({ status, after_copy, seat_type_prices }: StoredEvent): boolean =>
  (status === "published" || (status === "draft" && after_copy === "publish")) &&
  Object.values(seat_type_prices).some((price) => price > 0);
