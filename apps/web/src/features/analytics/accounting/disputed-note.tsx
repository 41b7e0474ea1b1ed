import type { EventAccounting } from "@evently/core/accounting";
import { formatMoney } from "@evently/core/format/format-money";
import { listDisputed } from "./list-disputed";

type Props = Pick<EventAccounting, "disputed" | "currency">;

/** What buyers' banks took back or mean to, which is no part of the figures; nothing where nobody disputes anything. */
export function DisputedNote({ disputed, currency }: Props) {
  const parts = listDisputed(disputed).map(([words, amount]) => `${formatMoney(amount, currency)} ${words}`);
  if (parts.length === 0) return null;
  return (
    <p className="max-w-[65ch] rounded-card bg-spot-wash p-4 text-on-spot-wash">
      {`Disputed by buyers at their banks: ${parts.join(", ")}. The figures above don’t take this off.`}
    </p>
  );
}
