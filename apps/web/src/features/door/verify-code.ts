import type { TicketKey } from "@evently/core/ticket";
import { readCode, type TicketFacts } from "@evently/core/ticket-code";
import { verifyAsync } from "@noble/ed25519";
import type * as z from "zod/mini";

export type PublicKey = z.infer<typeof TicketKey>;

/** What a code says; null unless one of the keys signed it. */
export type VerifyCode = (code: string) => Promise<TicketFacts | null>;

type Check = (signature: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>) => Promise<boolean>;

/** Null where the browser offers no cryptography: without https. */
export async function openVerifier(keys: readonly PublicKey[]): Promise<VerifyCode | null> {
  const { subtle } = globalThis.crypto;
  if (!subtle) return null;
  const checks = new Map<string, Check>();
  for (const key of keys) checks.set(key.kid, await openKey(subtle, key));
  return async (code) => {
    const read = readCode(code);
    const check = read && checks.get(read.kid);
    if (!check) return null;
    const isGenuine = await check(toBytes(read.signature), new TextEncoder().encode(read.payload));
    return isGenuine ? read.facts : null;
  };
}

/** The browser's own Ed25519 is some times as fast; those of before 2025 have none. */
async function openKey(subtle: SubtleCrypto, { kty, crv, x }: PublicKey): Promise<Check> {
  try {
    const key = await subtle.importKey("jwk", { kty, crv, x }, "Ed25519", false, ["verify"]);
    return (signature, signed) => subtle.verify("Ed25519", key, signature, signed);
  } catch {
    const key = toBytes(x);
    return (signature, signed) => verifyAsync(signature, signed, key).catch(() => false);
  }
}

/** Of base64url without padding. */
function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}
