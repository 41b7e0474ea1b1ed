import type { BookingView } from "@evently/core/booking";
import type { PendingConfirmation } from "@evently/core/hold";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import type { HoldingId, PaymentId } from "@evently/core/ids";
import { followAccount } from "@evently/core/payment/followed-account.table";
import { updateItem } from "@evently/core/table/update-item";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, openEvent, type Sale } from "@evently/core/testing/open-event";
import { letTimePass } from "@evently/core/testing/settle-everything";
import type { Actor } from "@evently/core/user";
import { createEventReader } from "../event/create-event-reader.ts";
import { openSeller, type Seller } from "./open-seller.ts";

/** A core that sells by a double of Stripe, with the house's own account, whose events it follows. */
export async function openFollowed(): Promise<{ core: TestCore; seller: Seller; close(): Promise<void> }> {
  const [core, seller] = [await openCore(), await openSeller()];
  followStripe(core, seller);
  await updateItem(core.table, followAccount(null, core.clock()));
  const close = async () => {
    await core.close();
    await seller.double.close();
  };
  return { core, seller, close };
}

/** Another process is to be given the same. */
export function followStripe(core: TestCore, { double, gateway }: Seller): void {
  const { secretKey, origin: apiBase } = double;
  const paymentEvents = createEventReader({ secretKey, apiBase, timeoutSeconds: 20 });
  Object.assign(core, { gateway, paymentEvents });
}

/** What has been at Stripe for a minute is read by then. */
export const passAMinute = (core: TestCore): Promise<void> => letTimePass(core, 60, 60);

export type Paid = { booking: BookingView; payment_id: PaymentId; intent: string };

/** An event of six seats at 4500 and one buyer. */
export async function openFollowedSale(core: TestCore, seller: Seller) {
  const sale: Sale = await openEvent(core, { rows: 1, perRow: 6 });
  const buyer: Actor = await newGuest(core);
  const atStripe = () => seller.gateway.listByEvent(sale.event_id, [null]);

  const hold = async (...seats: string[]): Promise<HoldingId> =>
    (await placeHold(core, buyer, ask(sale.event_id, ...seats))).holding_id;

  const confirm = (holding_id: HoldingId, token: string | null): Promise<BookingView | PendingConfirmation> =>
    confirmHold(core, buyer, { holding_id, ...(token ? { payment: { token } } : {}) });

  /** Paid and captured. */
  async function buy(...seats: string[]): Promise<Paid> {
    const holding_id = await hold(...seats);
    const booking = (await confirm(holding_id, "pm_card_visa")) as BookingView;
    await core.background.settled();
    const record = (await atStripe()).find((other) => other.holding_id === holding_id);
    if (!record?.gateway_ref) throw new Error("nothing was paid");
    return { booking, payment_id: record.payment_id, intent: record.gateway_ref };
  }

  return { ...sale, buyer, atStripe, hold, confirm, buy };
}
