import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { awaitGateway } from "../payment/await-gateway.ts";
import type { PaymentAccount } from "../payment/payment.ts";
import { checkedAccount } from "../payment/payment-account.table.ts";
import { readPaymentAccount } from "../payment/payment-accounts.ts";
import type { SellerAccount } from "../payment/seller-accounts.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { toSeconds } from "../time.ts";

/** How old what is known of an account may be before the gateway is asked again, in seconds. */
const freshFor = 10;

/** How often the gateway is asked again after another process asked it meanwhile. */
const maxAttempts = 5;

/**
 * What the gateway says of an organization's account now, or said at most ten seconds ago; null where it has none. A change is in the
 * organization's journal. Throws UNAVAILABLE, and what the gateway throws.
 */
export async function readFreshAccount(core: Core, organization_id: OrganizationId): Promise<PaymentAccount | null> {
  const account = await readPaymentAccount(core, organization_id);
  const isFresh = account !== null && core.clock() - toSeconds(account.checked_at) <= freshFor;
  return isFresh ? account : refreshPaymentAccount(core, organization_id);
}

/** The same, asked now, whatever is known: something may just have changed. */
export async function refreshPaymentAccount(
  core: Core,
  organization_id: OrganizationId,
): Promise<PaymentAccount | null> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const read = await readPaymentAccount(core, organization_id);
    if (read === null || core.sellerAccounts === null) return read;
    // Asked after it was read: nobody who asked earlier can overwrite this, nor this what was asked later.
    const account = await awaitGateway(core, core.sellerAccounts.read(read.account_id));
    const after = await write(core, organization_id, { read, account });
    if (after) return after;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** Whose account it is, told by its name at the gateway, is asked anew; nothing where it is no seller's of this table. */
export async function refreshAccountNamed(core: Core, account_id: string): Promise<void> {
  const owner = await readItem(core.table, keys.accountOwner(account_id));
  if (owner) await refreshPaymentAccount(core, owner.organization_id as OrganizationId);
}

type Checked = { read: PaymentAccount; account: SellerAccount };

/** Null if another process asked meanwhile. */
async function write(
  core: Core,
  organization_id: OrganizationId,
  { read, account }: Checked,
): Promise<PaymentAccount | null> {
  const now = core.clock();
  const action = checkedAccount(organization_id, read, account, now);
  const changes = changesOf(read, account);
  const entry = { subject: organization_id, at: now, actor: null, changes } as const;
  const journal = putJournal({ ...entry, action: "organization.payment_account_changed" });
  const outcome = await transact(core.table, Object.keys(changes).length > 0 ? [action, journal] : [action]);
  core.paymentAccounts.forget(organization_id);
  return outcome.done ? readPaymentAccount(core, organization_id) : null;
}

function changesOf(read: PaymentAccount, account: SellerAccount) {
  const fields = ["state", "charges_enabled"] as const;
  const changed = fields.filter((field) => read[field] !== account[field]);
  return Object.fromEntries(changed.map((field) => [field, { before: read[field], after: account[field] }]));
}
