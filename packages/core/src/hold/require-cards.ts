import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { usualPaymentMethods } from "../organization/organization.ts";
import type { Holding } from "./hold.ts";

/** Event and seller may be two seconds old. Throws INVALID_INPUT where the seller takes no cards. */
export async function requireCards({ events, organizations }: Core, { event_id }: Holding): Promise<void> {
  const event = await events.find(event_id);
  const seller = event?.organization_id ? await organizations.find(event.organization_id) : null;
  if ((seller?.payment_methods ?? usualPaymentMethods).includes("card")) return;
  const message = "this seller takes no cards: reserve the seats on invoice";
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "payment", message }] });
}
