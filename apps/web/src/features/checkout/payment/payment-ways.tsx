import { InvoiceNote, MethodChoice } from "./method-choice";
import { TestCardChoice } from "./test-card-choice";
import type { usePaymentWay } from "./use-payment-way";

type Props = { chosen: ReturnType<typeof usePaymentWay>; disabled: boolean };

/** By which of the seller's ways it is paid, and with what. */
export function PaymentWays({ chosen, disabled }: Props) {
  const { way, methods, amount, token, setToken, setMethod } = chosen;
  if (way === "free") return <p className="max-w-[60ch]">These seats are free of charge. Confirm to book them.</p>;
  return (
    <>
      {methods.length > 1 ? <MethodChoice chosen={way} disabled={disabled} onChoose={setMethod} /> : null}
      {way === "invoice" ? (
        <InvoiceNote amount={amount} />
      ) : (
        <TestCardChoice chosen={token} disabled={disabled} onChoose={setToken} />
      )}
    </>
  );
}
