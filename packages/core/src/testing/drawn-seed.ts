/** What tests draw from: the same in every `npm test`, so that none of them fails by luck, and another one in each proof. */
export const drawnSeed = Number(process.env.EVENTLY_SEED ?? (process.env.EVENTLY_PROOF ? Date.now() % 1_000_000 : 1));
