import { createHmac } from "node:crypto";
import type { Network } from "./network.ts";

/** `near` and `wide` in words, such as 203.0.113.5, or 2001:db8:0:7::/64 and 2001:db8::/48. */
export function hashNetwork(secret: string, { near, wide }: Network): Network {
  const hash = (text: string) =>
    createHmac("sha256", secret).update(`network ${text}`).digest("base64url").slice(0, 22);
  return { near: hash(near), wide: wide === null ? null : hash(wide) };
}
