import { formatMoney } from "./format-money.ts";

/** Who cancels until `end`, an instant in words, gets back `percent` of the price: `refund` in the minor unit. */
export type DescribedStep = { end: string; percent: number; refund: number };

/** Until when a booking can be cancelled and what comes back, soonest first: "You can cancel for a full refund until …". */
export function describeTerms(steps: readonly DescribedStep[], { total, currency }: Price): string {
  const last = steps.at(-1);
  if (!last) return "You can’t cancel.";
  if (total === 0) return `You can cancel until ${last.end}.`;
  const ways = steps.map(({ end, percent, refund }) => {
    if (refund === total) return `for a full refund until ${end}`;
    if (refund === 0) return `until ${end}, with nothing back`;
    return `until ${end}, with ${percent === 100 ? "the rest" : `${percent}%`} of the price back: ${formatMoney(refund, currency)}`;
  });
  return `You can cancel ${ways.join(", and ")}.`;
}

type Price = { total: number; currency: string };
