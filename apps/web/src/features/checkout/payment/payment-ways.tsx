import { CardInput } from "./card-input";
import { InvoiceNote, MethodChoice } from "./method-choice";
import type { PayWith } from "./pay-with";
import type { usePaymentWay } from "./use-payment-way";

type Props = { chosen: ReturnType<typeof usePaymentWay>; payWith: PayWith; disabled: boolean };

/** By which of the seller's ways it is paid, and with what. */
export function PaymentWays({ chosen, payWith, disabled }: Props) {
  const { way, methods, amount, setCard, choose } = chosen;
  if (way === "free") return <p className="max-w-[60ch]">These seats are free of charge. Confirm to book them.</p>;
  return (
    <>
      {methods.length > 1 ? <MethodChoice chosen={way} disabled={disabled} onChoose={choose} /> : null}
      {way === "invoice" ? (
        <InvoiceNote amount={amount} />
      ) : (
        <CardInput payWith={payWith} disabled={disabled} onCard={setCard} />
      )}
    </>
  );
}
