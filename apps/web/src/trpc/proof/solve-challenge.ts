import { type Challenge, solveChallengeWorkers } from "altcha-lib";

/** More of them gain little, and leave a small machine nothing for the page. */
const mostWorkers = 4;

const createWorker = () => new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module" });

/** What X-Proof says for a challenge of the API; null if no solution was found in time. Rejects if the workers don't start. */
export async function solveChallenge(given: Record<string, unknown>): Promise<string | null> {
  const challenge = given as unknown as Challenge;
  const concurrency = Math.min(mostWorkers, navigator.hardwareConcurrency || 1);
  const solution = await solveChallengeWorkers({ challenge, concurrency, createWorker });
  return solution && btoa(JSON.stringify({ challenge, solution }));
}
