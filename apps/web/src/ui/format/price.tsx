import { splitMoney } from "@evently/core/format/format-money";
import clsx from "clsx";

type Props = { amount: number; currency: string; className?: string };

/** An amount in the minor unit, in tabular figures. One that is wider than its place breaks after its symbol. */
export function Price({ amount, currency, className }: Props) {
  const [symbol, number] = splitMoney(amount, currency);
  return (
    <span className={clsx("whole figures min-w-0 break-words", className)}>
      <span>{symbol}</span>
      <wbr />
      <span>{number}</span>
    </span>
  );
}
