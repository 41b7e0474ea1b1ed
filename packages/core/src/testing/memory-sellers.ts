import type { OrganizationId } from "../ids.ts";
import type { SellerAccount, SellerAccounts } from "../payment/seller-accounts.ts";

export type MemorySellers = SellerAccounts & {
  /** What its gateway says from now on of an organization's account, which it makes if there is none. */
  set(organization_id: OrganizationId, state: SellerAccount["state"]): SellerAccount;
  /** Loses the answer of the next call of `create`, after it made the account. */
  loseNext(): void;
  /** How many accounts there are, and how often one was asked for, read and linked. */
  readonly calls: { made: number; created: number; read: number; linked: number };
  /** With what accounts were asked for. */
  readonly emails: (string | null)[];
};

/** The accounts of sellers at a gateway that is in memory. */
export function openMemorySellers(): MemorySellers {
  const accounts = new Map<OrganizationId, SellerAccount>();
  const calls = { made: 0, created: 0, read: 0, linked: 0 };
  const emails: (string | null)[] = [];
  let isLosing = false;
  const make = (organization_id: OrganizationId): SellerAccount => {
    const known = accounts.get(organization_id);
    const account = known ?? describe(`acct_${organization_id.replace(/\D/g, "")}`, "onboarding");
    if (!known) calls.made++;
    accounts.set(organization_id, account);
    return account;
  };
  const owns = (account_id: string): SellerAccount => {
    const found = [...accounts.values()].find((account) => account.account_id === account_id);
    if (!found) throw new Error(`there is no account ${account_id}`);
    return found;
  };
  return {
    calls,
    emails,
    set(organization_id, state) {
      const account = describe(make(organization_id).account_id, state);
      accounts.set(organization_id, account);
      return account;
    },
    loseNext() {
      isLosing = true;
    },
    async create({ organization_id, email }) {
      calls.created++;
      emails.push(email);
      const account = make(organization_id);
      if (!isLosing) return account;
      isLosing = false;
      throw new Error("the answer was lost");
    },
    async read(account_id) {
      calls.read++;
      return owns(account_id);
    },
    async link(account_id, { return_url }) {
      calls.linked++;
      return { onboarding_url: `https://gateway.example/${owns(account_id).account_id}?to=${return_url}` };
    },
  };
}

const describe = (account_id: string, state: SellerAccount["state"]): SellerAccount => ({
  ...{ account_id, state, charges_enabled: state === "enabled" },
  requirements: state === "enabled" ? [] : ["external_account"],
});
