import type { EventAccounting } from "@evently/core/accounting";
import { formatMoney } from "@evently/core/format/format-money";
import { Price } from "~/ui/format/price";
import { Tile } from "../tile";

/** What came in, went out and is left, and how it was paid. */
export function AccountingTiles({ accounting: { total, currency } }: { accounting: EventAccounting }) {
  const { card, cash, invoice } = total.by_method;
  const price = (amount: number) => <Price amount={amount} currency={currency} />;
  const parts = [`Card ${formatMoney(card, currency)}`, `cash ${formatMoney(cash, currency)}`];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-4">
      <Tile
        name="Gross"
        value={price(total.gross)}
        meaning="Everything that was paid, by card, in cash and on invoice."
      />
      <Tile
        name="Refunds"
        value={price(total.refunds)}
        meaning="What went back to buyers. A payment that could not be taken counts in gross and here; so does a refund that a bank sent back, which you owe."
      />
      <Tile name="Fees" value={price(total.fees)} meaning="Kept by this site, less what came back with refunds." />
      <Tile
        name="Net"
        value={price(total.net)}
        meaning="Gross less refunds and fees."
        note={`${parts.join(", ")}, invoice ${formatMoney(invoice, currency)}`}
      />
    </dl>
  );
}
