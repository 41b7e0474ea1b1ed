import type { PaymentMethod } from "@evently/core/organization";
import { useHydrated } from "~/ui/use-hydrated";

type Props = { chosen: PaymentMethod; disabled: boolean; onChoose: (method: PaymentMethod) => void };

/** How the seats are paid, where the seller takes both ways. */
export function MethodChoice({ chosen, disabled, onChoose }: Props) {
  const hydrated = useHydrated();
  const choices = { card: "Pay by card now", invoice: "Reserve on invoice, and pay the seller later" } as const;
  return (
    <fieldset disabled={disabled || !hydrated} className="flex min-w-0 flex-col disabled:opacity-55">
      <legend className="pb-1 font-medium text-14">How to pay</legend>
      {(["card", "invoice"] as const).map((method) => (
        <label key={method} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name="method"
            value={method}
            checked={chosen === method}
            onChange={() => onChoose(method)}
            className="size-5 shrink-0 accent-curtain"
          />
          {choices[method]}
        </label>
      ))}
    </fieldset>
  );
}

/** What a reservation is, before it is made. */
export function InvoiceNote({ amount }: { amount: string }) {
  return (
    <ul className="flex max-w-[65ch] list-disc flex-col gap-1 pl-5">
      <li>{`Your seats are reserved, and nobody else can buy them. You pay ${amount} to the seller, who tells you how.`}</li>
      <li>The booking says by when. Without your payment it lapses by itself, and costs nothing.</li>
      <li>You get your tickets once the seller has noted your payment.</li>
      <li>It takes an account that you signed in to by mail.</li>
    </ul>
  );
}
