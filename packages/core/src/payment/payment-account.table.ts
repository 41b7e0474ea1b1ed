import type { OrganizationId } from "../ids.ts";
import { check, put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { PaymentAccount, type SellerAccount } from "./payment.ts";

/** Null where there is none: it may have been asked for, and the gateway's answer was lost. */
export const toPaymentAccount = (item: Item | null): PaymentAccount | null =>
  item?.account_id === undefined ? null : PaymentAccount.parse(item);

/** Names of things that the gateway still wants, which are kept of a longer list. */
export const mostRequirements = 50;

const described = ({ state, charges_enabled, requirements }: SellerAccount, now: number) => ({
  ":state": state,
  ":enabled": charges_enabled,
  ":requirements": requirements.slice(0, mostRequirements),
  ":now": toInstant(now),
});

const describe =
  "#state = :state, charges_enabled = :enabled, requirements = :requirements, checked_at = :now" as const;
const names = { "#state": "state" };

/** No account -> one that is asked for, so that a later attempt knows that the gateway may have made it. Fails if it was asked for before. */
export const beginAccount = (organization_id: OrganizationId, now: number): Action =>
  put({
    put: { ...keys.paymentAccount(organization_id), begun_at: toInstant(now) },
    condition: "attribute_not_exists(pk)",
  });

/** Asked for -> the account that the gateway made, named both ways. Fails once there is one, and if it was not asked for. */
export function putAccount(organization_id: OrganizationId, account: SellerAccount, now: number): Action[] {
  const { account_id } = account;
  return [
    update({
      key: keys.paymentAccount(organization_id),
      update: `SET account_id = :account, revision = :first, ${describe}`,
      condition: "attribute_exists(begun_at) AND attribute_not_exists(account_id)",
      names,
      values: { ":account": account_id, ":first": 1, ...described(account, now) },
    }),
    { put: { ...keys.accountOwner(account_id), organization_id } },
  ];
}

/** As the gateway has it now. Fails if it was asked since `read`, which may have been later. */
export function checkedAccount(
  organization_id: OrganizationId,
  read: PaymentAccount,
  account: SellerAccount,
  now: number,
): UpdateAction {
  return update({
    key: keys.paymentAccount(organization_id),
    update: `SET revision = :next, ${describe}`,
    condition: "revision = :read",
    names,
    values: { ":read": read.revision, ":next": read.revision + 1, ...described(account, now) },
  });
}

/** Fails its transaction unless the organization's account may charge. */
export const checkMayCharge = (organization_id: OrganizationId): Action =>
  check({
    check: keys.paymentAccount(organization_id),
    condition: "charges_enabled = :yes",
    values: { ":yes": true },
  });

/** An account's owner is found no more. */
export const removeAccountOwner = ({ account_id }: Pick<PaymentAccount, "account_id">): Action => ({
  remove: keys.accountOwner(account_id),
});
