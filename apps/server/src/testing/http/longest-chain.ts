/** Start and end of a request, on any clock; the end is null while it runs. */
export type Span = { began: number; ended: number | null };

/**
 * The largest number of spans up to `until` that ran strictly one after the other: how many sequential requests a
 * caller waited for. Parallel spans count once, and spans still running then don't count.
 */
export function longestChain<T extends Span>(spans: readonly T[], until: number): T[] {
  const ended = spans.flatMap((span) =>
    span.ended !== null && span.ended <= until ? [{ span, end: span.ended }] : [],
  );
  const chain: T[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { span, end } of ended.sort((a, b) => a.end - b.end)) {
    if (span.began <= free) continue;
    chain.push(span);
    free = end;
  }
  return chain;
}
