import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { HoldUnavailable } from "~/features/checkout/hold/hold-unavailable";
import { findOrder } from "~/features/checkout/order/find-order";
import { Challenge } from "~/features/checkout/payment/challenge";
import { PageFrame } from "~/ui/page-frame";
import { ScriptNote } from "~/ui/script-note";

export const metadata: Metadata = { title: "Approve your payment" };

type Props = { params: Promise<{ holding_id: string }> };

export default async function ChallengePage({ params }: Props) {
  await connection();
  const order = await findOrder((await params).holding_id);
  if ("error" in order) return <HoldUnavailable error={order.error} />;
  const { hold, event, payWith } = order;
  if (hold.state !== "paying" || payWith?.gateway !== "test") redirect(`/checkout/${hold.holding_id}`);
  const count = hold.seats.length === 1 ? "1 seat" : `${hold.seats.length} seats`;
  return (
    <PageFrame>
      <ScriptNote>
        <p>
          Approving a payment needs JavaScript, which is turned off in this browser. Turn it on and load this page
          again.
        </p>
      </ScriptNote>
      <Challenge hold={hold} purpose={`${count}, ${event.name}`} />
    </PageFrame>
  );
}
