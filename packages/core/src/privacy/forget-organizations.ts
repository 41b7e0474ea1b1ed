import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import type { OrganizationId } from "../ids.ts";
import { dropInvitation } from "../membership/expire-invitation.ts";
import { removeInvitation, toInvitation } from "../membership/invitation.table.ts";
import { removeAccountOwner, toPaymentAccount } from "../payment/payment-account.table.ts";
import { invitationsFrom, invitedAt, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { type Item, transact } from "../table/transact.ts";
import { dropReasons } from "./drop-reasons.ts";

/** What is left of an organization that ended with its last member: whom it invited, where it was paid, and what the operator wrote of it. */
export async function forgetOrganization(
  core: Core,
  organization_id: OrganizationId,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const left = queryItems(core.table, { partition: organization_id, consistent: true });
  return (
    (await workThrough(left, signal, (item) => transact(core.table, removalOf(item)))) &&
    dropReasons(core, organization_id, signal)
  );
}

const removalOf = (item: Item) => {
  const { pk, sk } = item;
  if (String(sk).startsWith(invitationsFrom)) return removeInvitation(toInvitation(item));
  const account = sk === keys.paymentAccount(pk as OrganizationId).sk ? toPaymentAccount(item) : null;
  return [{ remove: { pk: String(pk), sk: String(sk) } }, ...(account ? [removeAccountOwner(account)] : [])];
};

/** Whom other organizations invited at an address, by its hash, is invited no more. False if `signal` asked it to return. */
export function forgetInvited(core: Core, address_hash: string, signal: AbortSignal | undefined): Promise<boolean> {
  const pointers = queryItems(core.table, { partition: invitedAt(address_hash), consistent: true });
  return workThrough(pointers, signal, async ({ pk, sk }) => {
    const [organization_id, invitation_id = ""] = String(sk).split("#");
    const item = await readItem(core.table, keys.invitation(organization_id as OrganizationId, invitation_id));
    if (item) await dropInvitation(core, toInvitation(item));
    else await transact(core.table, [{ remove: { pk: String(pk), sk: String(sk) } }]);
  });
}
