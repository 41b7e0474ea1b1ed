import type { Authorize, PaymentGateway, PaymentKey, Prepare } from "@evently/core/payment/gateway";
import { id } from "@evently/core/testing/id";
import type { Seller } from "./open-seller.ts";

export const patient = (): AbortSignal => new AbortController().signal;

let last = 0;

/** A payment that no other test has, of 150.00 unless it says otherwise. */
export function newPayment(account: string | null, change: Partial<Prepare> = {}): Prepare {
  last++;
  return {
    ...{ payment_id: id.payment(last), event_id: id.event(last), holding_id: id.holding(last) },
    ...{ amount: 15_000, currency: "USD", account, ...change },
  };
}

export type Prepared = {
  input: Prepare;
  key: PaymentKey;
  authorize(token?: string): ReturnType<PaymentGateway["authorize"]>;
};

export async function prepare({ gateway, account }: Seller, change: Partial<Prepare> = {}): Promise<Prepared> {
  const input = newPayment(account, change);
  const { gateway_ref } = await gateway.prepare(input, patient());
  const given: Omit<Authorize, "token"> = { ...input, gateway_ref };
  return {
    input,
    key: { payment_id: input.payment_id, account: input.account, gateway_ref },
    authorize: (token = "pm_card_visa") => gateway.authorize({ ...given, token }, patient()),
  };
}

export async function pay(seller: Seller, change: Partial<Prepare> = {}): Promise<Prepared> {
  const prepared = await prepare(seller, change);
  await prepared.authorize();
  await seller.gateway.capture(prepared.key);
  return prepared;
}
