"use client";

import type { HoldingView } from "@evently/core/hold";
import { type ReactNode, useEffect } from "react";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { invoiceOnlyWords } from "~/trpc/invoice-words";
import { CheckoutSteps } from "./checkout-steps";
import { EndedHold } from "./hold/ended-hold";
import { HoldBar } from "./hold/hold-bar";
import { ReleaseSeats } from "./hold/release-seats";
import { useHold } from "./hold/use-hold";
import { OrderSummary } from "./order/order-summary";
import { useOrderEvent } from "./order/use-order-event";
import type { PayWith } from "./payment/pay-with";
import { useNextPage } from "./payment/use-next-page";
import { usePayment } from "./payment/use-payment";

type Props = {
  initial: HoldingView;
  event: BookedEvent;
  email: string | null;
  hasAccount: boolean;
  payWith: PayWith;
  header: ReactNode;
};

/** From held seats to a ticket. `initial` and `event` are as the server read them, `header` what the order is for. */
export function Checkout({ initial, event: rendered, email, hasAccount, payWith, header }: Props) {
  const live = useHold(initial);
  const takesCards = rendered.seller?.payment_methods.includes("card") ?? true;
  const payment = usePayment(live, takesCards ? undefined : invoiceOnlyWords);
  const { state, callOff } = payment;
  const event = useOrderEvent(rendered, state.at === "ready");
  const isCalledOff = event.status === "cancelling" || event.status === "cancelled";
  useEffect(() => {
    if (isCalledOff && state.at === "ready") callOff();
  }, [isCalledOff, state.at, callOff]);
  useNextPage(state);
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-12">
      <div className="flex flex-col gap-6">
        {state.at === "ended" ? (
          <EndedHold hold={live.hold} reason={state.reason} offered={state.offered} />
        ) : (
          <>
            <h1 className="display font-semibold text-36 sm:text-48">Checkout</h1>
            <HoldBar live={live} isPaying={state.at !== "ready"} onEnd={payment.endTime} />
          </>
        )}
      </div>
      <div className="lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start">
        <OrderSummary hold={live.hold} header={header}>
          {state.at === "ended" ? null : <ReleaseSeats live={live} disabled={state.at !== "ready"} />}
        </OrderSummary>
      </div>
      {state.at === "ended" ? null : (
        <CheckoutSteps {...{ event, email, hasAccount, payWith, payment }} hold={live.hold} />
      )}
    </div>
  );
}
