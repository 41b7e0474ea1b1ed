/** "91.3%", with a decimal only where it has one. */
export function formatPercent(percent: number): string {
  return `${Number(percent.toFixed(1))}%`;
}
