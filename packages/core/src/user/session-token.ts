import { createHash, randomBytes } from "node:crypto";
import { UserId } from "../ids.ts";

/** What is known of a token: the hash under which its session is stored, and whose it is; null for one of the version before. */
export type SessionToken = { hash: string; user_id: UserId | null };

/** 256 random bits behind the user's id, so that session and account are read together. */
export const makeToken = (user_id: UserId): string => `${user_id}.${randomBytes(32).toString("base64url")}`;

/** Null if it can't be a token. */
export function readToken(token: string): SessionToken | null {
  const [, user, secret] = /^(?:(user-\d{5,15})\.)?([\w-]{43})$/.exec(token) ?? [];
  if (secret === undefined) return null;
  const hash = createHash("sha256").update(token).digest("base64url");
  return { hash, user_id: user === undefined ? null : UserId.parse(user) };
}

/** Of a token that this program has made. */
export function hashOf(token: string): string {
  const read = readToken(token);
  if (!read) throw new Error("that is no token");
  return read.hash;
}
