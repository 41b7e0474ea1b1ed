import type { Core } from "../core.ts";
import type { PaymentAccount } from "../payment/payment.ts";
import { type Organization, usualPaymentMethods } from "./organization.ts";

/** Whether buyers pay this seller by card; null is one of the version before. */
export const takesCards = (seller: Pick<Organization, "payment_methods"> | null): boolean =>
  (seller?.payment_methods ?? usualPaymentMethods).includes("card");

/** Whether what an organization sells with a price may go on sale: without cards nobody is paid through the gateway. */
export const isReadyToSell = (
  { sellerAccounts }: Pick<Core, "sellerAccounts">,
  organization: Pick<Organization, "payment_methods">,
  account: PaymentAccount | null,
): boolean => sellerAccounts === null || !takesCards(organization) || account?.charges_enabled === true;
