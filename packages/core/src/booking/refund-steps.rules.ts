import type { CancellationPolicy } from "../event/policy.ts";
import { refundStep } from "../money/money.rules.ts";

/** Who cancels before `until`, in epoch seconds, gets back `percent` of the price. */
export type RefundStep = { until: number; percent: number };

type Agreed = {
  /** When the event begins. */
  start: number;
  /** Until when everybody may cancel a moved event free of charge; else null. */
  free: number | null;
  policy: CancellationPolicy | null;
};

/** What a buyer gets back who cancels, soonest first: each step gives less than the one before. None if they may not cancel at all. */
export function listRefundSteps({ start, free, policy }: Agreed): RefundStep[] {
  const steps = [
    ...(free === null ? [] : [{ until: Math.min(start, free), percent: 100 }]),
    ...(policy ? [{ until: start - policy.hours_before * 3600, percent: policy.percent }] : []),
  ].sort((a, b) => b.percent - a.percent || b.until - a.until);
  return steps.filter(({ until }, i) => steps.slice(0, i).every((better) => better.until < until));
}

type Price = { total: number; refunded?: number | undefined; currency: string };

/** Of a price in the minor unit, rounded down to what can be refunded in its currency; what was refunded already counts. */
export function shareOf({ total, refunded = 0, currency }: Price, percent: number): number {
  if (percent === 100) return Math.max(0, total - refunded);
  // A total times a hundred may be more than a number holds exactly.
  const share = Math.max(0, Number((BigInt(total) * BigInt(percent)) / 100n) - refunded);
  return share - (share % refundStep(currency));
}
