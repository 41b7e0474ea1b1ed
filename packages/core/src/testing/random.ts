/** Reproducible numbers from 0 to 1 for a seed: a multiplicative congruential generator modulo the prime 2^31 - 1. */
export function seededRandom(seed: number): () => number {
  const modulus = 2_147_483_647;
  let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1;
  const next = () => {
    state = (state * 48_271) % modulus;
    return (state - 1) / (modulus - 1);
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}

export function drawBelow(random: () => number, count: number): number {
  return Math.min(count - 1, Math.floor(random() * count));
}
