import { createHash } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import * as z from "zod/mini";
import { put } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import type { Clock } from "../time.ts";
import type { Network } from "./network.ts";

/** A challenge as ALTCHA's libraries take it. */
type Challenge = Record<string, unknown>;

/** Work that a newcomer's machine does, once, for its network's next session. */
export type Proofs = {
  challenge(network: Network): Promise<Challenge>;
  /**
   * The write that uses up a proof, to be sent with what it pays for: its condition fails if the proof was used before.
   * Null if it is missing, malformed, wrong, expired, or another network's.
   */
  use(network: Network, proof: string | null): Promise<Action | null>;
};

/** In seconds. */
const lifetime = 120;

/** About a second of a notebook's time; checking it is one of some 256 steps. */
const work = { algorithm: "PBKDF2/SHA-256", cost: 10_000, keyPrefix: "00", deriveKey };

/** Longer than any proof. */
const maxLength = 4_096;

const Proof = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      expiresAt: z.number(),
      data: z.object({ network: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

export function createProofs(clock: Clock, secret: string): Proofs {
  const hmacSignatureSecret = `proof of work ${secret}`;
  return {
    async challenge({ near }) {
      const expiresAt = Math.floor(clock()) + lifetime;
      return { ...(await createChallenge({ ...work, hmacSignatureSecret, expiresAt, data: { network: near } })) };
    },
    async use(network, text) {
      const proof = text === null ? null : parse(text);
      if (!proof) return null;
      const { parameters, signature } = proof.challenge;
      if (parameters.expiresAt < clock() || parameters.data.network !== network.near) return null;
      const { verified } = await verifySolution({ ...proof, hmacSignatureSecret, deriveKey });
      return verified ? putUsed(signature, parameters.expiresAt) : null;
    },
  };
}

/** Base64 of `{"challenge": …, "solution": …}`. */
function parse(text: string): z.infer<typeof Proof> | null {
  if (text.length > maxLength) return null;
  try {
    return Proof.parse(JSON.parse(Buffer.from(text, "base64").toString()));
  } catch {
    return null;
  }
}

/** Clocks of processes may differ by some seconds. */
function putUsed(signature: string, expiresAt: number): Action {
  const used = createHash("sha256").update(signature).digest("base64url");
  return put({
    put: { ...keys.usedProof(used), purge_at: expiresAt + lifetime },
    condition: "attribute_not_exists(pk)",
  });
}
