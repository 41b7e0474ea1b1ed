const firstSeconds = 10;
const longestSeconds = 3600;

/**
 * The pause after the n-th failed attempt in a row, in seconds: doubled each time up to an hour, of which a random half
 * is left out so that pieces that failed together do not come back together. `random` is within [0, 1).
 */
export function backOffSeconds(attempts: number, random: number): number {
  const ceiling = Math.min(longestSeconds, firstSeconds * 2 ** (attempts - 1));
  return ceiling * (1 - random / 2);
}
