import { useHydrated } from "~/ui/use-hydrated";
import { type TestToken, testCards } from "./test-cards";
import { TestPaymentNote } from "./test-payment-note";

type Props = { chosen: TestToken; disabled: boolean; onChoose: (token: TestToken) => void };

/** The cards of the built-in test gateway, each with its outcome. */
export function TestCardChoice({ chosen, disabled, onChoose }: Props) {
  const hydrated = useHydrated();
  return (
    <fieldset disabled={disabled || !hydrated} className="flex flex-col gap-4 disabled:opacity-55">
      <legend className="sr-only">Test card</legend>
      <TestPaymentNote>Choose what the bank should do.</TestPaymentNote>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {testCards.map(({ token, name, note }) => (
          <label
            key={token}
            className="relative flex cursor-pointer items-start gap-3 rounded-control border border-outline bg-card px-4 py-3 hover:bg-sunken has-checked:border-curtain has-checked:bg-curtain-wash has-checked:text-on-curtain-wash has-checked:outline-1 has-checked:outline-curtain has-focus-visible:outline-3 has-focus-visible:outline-curtain has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="card"
              value={token}
              checked={chosen === token}
              onChange={() => onChoose(token)}
              className="mt-1 size-4 shrink-0 accent-curtain outline-none"
            />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{name}</span>
              <span className="text-14 opacity-80">{note}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
