import { median, quantile } from "./quantile.ts";

type Round = { took: number[]; perSecond: number; cpuMs: number | null };

export type Summary = { perSecond: number; p50: number; p99: number; cpuMs: number };

/** Medians over the rounds, quantiles over all runs; `cpuMs` is NaN if unknown. */
export function summarize(rounds: readonly Round[]): Summary {
  const took = rounds.flatMap((round) => round.took);
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    cpuMs: median(rounds.map(({ cpuMs }) => cpuMs ?? Number.NaN)),
  };
}

/** Each figure as a multiple of the other's. */
export function divide(own: Summary, other: Summary): Summary {
  return {
    perSecond: own.perSecond / other.perSecond,
    p50: own.p50 / other.p50,
    p99: own.p99 / other.p99,
    cpuMs: own.cpuMs / other.cpuMs,
  };
}

/** Formats a ratio for a table: `0.92 ×`. */
export const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : "–");
