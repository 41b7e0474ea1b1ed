import { formatMoney } from "./format-money";

type Props = { amount: number; currency: string; className?: string };

/** An amount of the minor unit, in figures that stand well in a column. */
export function Price({ amount, currency, className }: Props) {
  return <span className={className ? `figures ${className}` : "figures"}>{formatMoney(amount, currency)}</span>;
}
