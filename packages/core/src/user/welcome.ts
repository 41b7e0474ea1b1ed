import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { Network } from "../network/network.ts";
import type { Action } from "../table/transact.ts";

/** Where a new person comes from, what with, and the proof of work that came along. */
export type Newcomer = { network: Network | null; proof: string | null; device: string | null };

export const fromNowhere: Newcomer = { network: null, proof: null, device: null };

/**
 * Counts a new person of a network; beyond its allowance each needs a proof of work. Returns what to write with the
 * person, whose condition fails if the proof was used before. Throws PROOF_REQUIRED.
 */
export async function welcome(core: Core, { network, proof }: Pick<Newcomer, "network" | "proof">): Promise<Action[]> {
  if (!network) return [];
  if (core.newcomers.waitFor(network) === 0) {
    core.newcomers.count(network);
    return [];
  }
  const use = await core.proofs.use(network, proof);
  if (!use) throw await requireProof(core, network);
  return [use];
}

/** A machine that can't work may wait instead. */
export async function requireProof(core: Core, network: Network): Promise<EventlyError> {
  const challenge = await core.proofs.challenge(network);
  return new EventlyError("PROOF_REQUIRED", { challenge, retry_after: Math.max(1, core.newcomers.waitFor(network)) });
}
