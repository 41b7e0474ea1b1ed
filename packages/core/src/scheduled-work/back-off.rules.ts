const firstSeconds = 10;
const longestSeconds = 3600;
/** How much a mail's pause may differ from that of others which failed with it. */
const mailSpread = 0.05;

export type BackOff = (attempts: number, random: number) => number;

/**
 * The pause after the n-th failed attempt in a row, in seconds: doubled each time up to an hour, of which a random half
 * is left out so that pieces that failed together do not come back together. `random` is within [0, 1).
 */
export function backOffSeconds(attempts: number, random: number): number {
  const ceiling = Math.min(longestSeconds, firstSeconds * 2 ** (attempts - 1));
  return ceiling * (1 - random / 2);
}

/**
 * The same for a mail. Each pause is at least half as long again as the one before, also as its recipient's server sees
 * it, so less is left to chance: that server counts the repeats.
 */
export function mailBackOffSeconds(attempts: number, random: number): number {
  const pause = firstSeconds * 2 ** (attempts - 1) * (1 + mailSpread * (2 * random - 1));
  return Math.min(longestSeconds, pause);
}
