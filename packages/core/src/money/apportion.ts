/**
 * Shares of an amount in proportion to the weights, all in the minor unit: whole numbers that add up to it. What the division leaves
 * over goes one by one to the largest remainders, the first of equal ones. All are 0 if no weight is above 0.
 */
export function apportion(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const parts = weights.map((weight, index) => {
    // Two amounts multiplied may be beyond what a number holds exactly.
    const product = BigInt(amount) * BigInt(weight);
    return { index, share: Number(product / BigInt(whole)), remainder: product % BigInt(whole) };
  });
  const over = amount - parts.reduce((sum, { share }) => sum + share, 0);
  const byRemainder = parts.toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const part of byRemainder.slice(0, over)) part.share += 1;
  return parts.map(({ share }) => share);
}
