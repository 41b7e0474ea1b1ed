import type { OrganizationId } from "../ids.ts";
import type { SellerAccount } from "./payment.ts";

export type { SellerAccount } from "./payment.ts";

/**
 * Whose account it is; `email` fills in the gateway's form, null leaves that to its visitor. `mayExist`: it was asked for before, so it
 * is looked for first.
 */
export type NewSellerAccount = { organization_id: OrganizationId; email: string | null; mayExist: boolean };

/** Where the gateway sends its visitor when they are done, and where to make another link when this one is used up. */
export type Onboarding = { return_url: string; refresh_url: string };

/** The accounts of sellers at the gateway. Every call may throw, or never be answered. */
export type SellerAccounts = {
  /** The organization's own account: the same one, however often and by however many it is asked for. */
  create(seller: NewSellerAccount): Promise<SellerAccount>;
  read(account_id: string): Promise<SellerAccount>;
  /** A link to the gateway's own pages, for a few minutes and once. */
  link(account_id: string, onboarding: Onboarding): Promise<{ onboarding_url: string }>;
};
