import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { Checkout } from "~/features/checkout/checkout";
import { HoldUnavailable } from "~/features/checkout/hold/hold-unavailable";
import { findOrder } from "~/features/checkout/order/find-order";
import { OrderHeader } from "~/features/checkout/order/order-header";
import { PageFrame } from "~/ui/page-frame";
import { ScriptNote } from "~/ui/script-note";

export const metadata: Metadata = { title: "Checkout" };

type Props = { params: Promise<{ holding_id: string }> };

export default async function CheckoutPage({ params }: Props) {
  await connection();
  const order = await findOrder((await params).holding_id);
  if ("error" in order) return <HoldUnavailable error={order.error} />;
  const { hold, event, email, hasAccount, payWith } = order;
  if (hold.booking_id !== null) redirect(`/bookings/${hold.booking_id}`);
  return (
    <PageFrame>
      <ScriptNote>
        <p>Paying needs JavaScript, which is turned off in this browser. Turn it on and load this page again.</p>
      </ScriptNote>
      <Checkout {...{ event, email, hasAccount, payWith }} initial={hold} header={<OrderHeader event={event} />} />
    </PageFrame>
  );
}
