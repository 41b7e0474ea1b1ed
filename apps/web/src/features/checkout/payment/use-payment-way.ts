import { formatMoney } from "@evently/core/format/format-money";
import type { HoldingView } from "@evently/core/hold";
import { type PaymentMethod, type Seller, usualPaymentMethods } from "@evently/core/organization";
import { useState } from "react";
import type { Card, MakePayment } from "./make-token";

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
  const [card, setCard] = useState<Card | null>(null);
  const [wanted, setMethod] = useState<PaymentMethod>("card");
  const methods = seller?.payment_methods ?? usualPaymentMethods;
  const method = methods.includes(wanted) ? wanted : (methods[0] ?? "card");
  const way: PaymentMethod | "free" = total === 0 ? "free" : method;
  const amount = formatMoney(total, currency);
  const makers: Record<PaymentMethod | "free", MakePayment | null> = {
    free: async () => ({ payment: null }),
    card: card && (() => payByCard(card)),
    invoice: async () => ({ payment: { method: "invoice" } }),
  };
  const choose = (method: PaymentMethod) => {
    // The form of a card that is left is gone, and what it made with it.
    setCard(null);
    setMethod(method);
  };
  /** `makePayment` is null until there is a card to pay with. */
  return { ...{ way, methods, amount, setCard, choose }, makePayment: makers[way], words: describeWay(way, amount) };
}

async function payByCard({ makeToken }: Card): ReturnType<MakePayment> {
  const made = await makeToken();
  return "failure" in made ? made : { payment: { token: made.token } };
}
