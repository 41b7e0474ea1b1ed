import { formatMoney } from "@evently/core/format/format-money";
import type { ConfirmHold, HoldingView } from "@evently/core/hold";
import { type PaymentMethod, type Seller, usualPaymentMethods } from "@evently/core/organization";
import { useState } from "react";
import type { TestToken } from "./test-cards";

type Words = { confirm: string; pending: string; waiting: string };

const describeWay = (way: PaymentMethod | "free", amount: string): Words =>
  ({
    free: { confirm: "Book these seats", pending: "Booking…", waiting: "Your seats stay held in the meantime." },
    card: {
      confirm: `Pay ${amount}`,
      pending: "Waiting for your bank…",
      waiting: "Your seats stay held while your bank answers.",
    },
    invoice: { confirm: "Reserve on invoice", pending: "Reserving…", waiting: "Your seats stay held in the meantime." },
  })[way];

/** How a hold is about to be paid: by one of the seller's ways, or not at all where its seats are free of charge. */
export function usePaymentWay({ total, currency }: HoldingView, seller: Seller | null) {
  const [token, setToken] = useState<TestToken>("tok_visa");
  const [wanted, setMethod] = useState<PaymentMethod>("card");
  const methods = seller?.payment_methods ?? usualPaymentMethods;
  const method = methods.includes(wanted) ? wanted : (methods[0] ?? "card");
  const way: PaymentMethod | "free" = total === 0 ? "free" : method;
  const amount = formatMoney(total, currency);
  const payments: Record<PaymentMethod | "free", ConfirmHold["payment"] | null> = {
    ...{ free: null, card: { token }, invoice: { method: "invoice" } },
  };
  return {
    ...{ way, methods, amount, token, setToken, setMethod },
    payment: payments[way],
    words: describeWay(way, amount),
  };
}
