import { findFailureOf } from "../failure";

const contextKey = "proof_of_work";

type Options = { context?: Record<string, unknown> };

/** The header that carries a proof of work to the API. */
export function proofHeaders(context: Record<string, unknown>): Record<string, string> {
  const proof = context[contextKey];
  return typeof proof === "string" ? { "X-Proof": proof } : {};
}

/**
 * Sends a request of a newcomer; where the API asks for a proof of work, works for it and sends it once more. Without TLS a
 * browser can't work: then the failure says how long to wait instead.
 */
export async function sendWithProof<T>(send: (options: Options) => Promise<T>, onWork?: () => void): Promise<T> {
  try {
    return await send({});
  } catch (error) {
    const failure = findFailureOf(error, "PROOF_REQUIRED");
    if (!failure || !globalThis.crypto.subtle) throw error;
    onWork?.();
    const proof = await work(failure.details.challenge);
    if (proof === null) throw error;
    return send({ context: { [contextKey]: proof } });
  }
}

/** The worker loads with the first challenge. */
async function work(challenge: Record<string, unknown>): Promise<string | null> {
  try {
    const { solveChallenge } = await import("./solve-challenge");
    return await solveChallenge(challenge);
  } catch {
    return null;
  }
}
