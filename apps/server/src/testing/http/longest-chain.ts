/** When something began and when it ended, on any clock; null while it is under way. */
export type Span = { began: number; ended: number | null };

/**
 * The most spans of which each began after the one before it had ended, up to the moment `until`: how often somebody who
 * waits until then waited one after the other. What runs beside counts once, what is still under way then not at all.
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
