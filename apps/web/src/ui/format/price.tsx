import { formatMoney } from "./format-money";

type Props = { amount: number; currency: string; className?: string };

/** An amount in the minor unit, in tabular figures. */
export function Price({ amount, currency, className }: Props) {
  return <span className={className ? `figures ${className}` : "figures"}>{formatMoney(amount, currency)}</span>;
}
