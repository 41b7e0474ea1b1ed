import type { Prepare } from "../payment/gateway.ts";
import type { Holding } from "./hold.ts";

/** What a payment of the holding is for, how much, and to whom: so far always to the house's own account. */
export const toSale = ({ event_id, holding_id, total, currency }: Holding): Omit<Prepare, "payment_id"> => ({
  ...{ event_id, holding_id, amount: total, currency },
  account: null,
});
