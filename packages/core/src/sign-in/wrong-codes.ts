import { createHash, timingSafeEqual } from "node:crypto";
import type { Core } from "../core.ts";
import type { Network } from "../network/network.ts";
import { createNetworkCounts, type NetworkCounts } from "../network/network-counts.ts";
import type { Clock } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";
import { secretsOf } from "./sign-in-secrets.ts";

/** Of one address in any day, whoever types them and however many mails they ask for. */
export const mostWrongCodes = 50;
const seconds = 86_400;

export const createWrongCodes = (clock: Clock): NetworkCounts =>
  createNetworkCounts(clock, { most: mostWrongCodes, seconds });

type Tried = { request_id: string; code: string; email: string };

/**
 * Whether a code is that of its request. Once too many codes of its address were wrong none is any more, and only links sign in
 * there until the first of them is a day old: guessing day after day comes to nothing, and shuts nobody out.
 */
export function isCode(
  { secret, wrongCodes }: Pick<Core, "secret" | "wrongCodes">,
  { request_id, code, email }: Tried,
  network: Network | null,
): boolean {
  const isRight = isSame(code, secretsOf(secret, request_id).code);
  if (!network) return isRight;
  const address = { near: hashEmail(email), wide: null };
  if (wrongCodes.waitFor(address) > 0) return false;
  if (!isRight) wrongCodes.count(address);
  return isRight;
}

/** Takes the same time whatever is wrong. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
