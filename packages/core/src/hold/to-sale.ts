import type { Prepare } from "../payment/gateway.ts";
import type { Holding } from "./hold.ts";

/** What a payment of the holding is for, how much, and to whose account, null for the house's own. */
export const toSale = (
  { event_id, holding_id, total, currency }: Holding,
  account: string | null,
): Omit<Prepare, "payment_id"> => ({ event_id, holding_id, amount: total, currency, account });
