import * as z from "zod/mini";
import { UserId } from "../ids.ts";
import { check, put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { Instant } from "../time.ts";

/** A session as it is stored, by the hash of its token, so that read access to the table doesn't allow impersonation. */
export const StoredSession = z.object({
  created_at: Instant,
  /** In epoch seconds; it ends a while after that, by the role that its user has then. */
  renewed_at: z.number(),
  last_used_at: z.number(),
  /** Dead once the user's own is higher. */
  session_version: z.int(),
  /** What was signed in with, such as "Firefox on Linux"; null if it didn't say. */
  device: z.nullable(z.string()),
  /** The guest that somebody was until they signed in: their bookings may be moved. */
  guest_id: z.optional(UserId),
});
export type StoredSession = z.infer<typeof StoredSession>;

type Key = { user_id: UserId; hash: string };

export function putSession({ user_id, hash }: Key, session: StoredSession, purge_at: number): Action {
  return put({
    put: { ...keys.session(user_id, hash), ...session, purge_at: Math.ceil(purge_at) },
    condition: "attribute_not_exists(pk)",
  });
}

/** Unless it was renewed, or ended, since it was read. */
export function touchSession(
  { user_id, hash }: Key,
  {
    was,
    renewed_at,
    last_used_at,
    purge_at,
  }: { was: number; renewed_at: number; last_used_at: number; purge_at: number },
): UpdateAction {
  return update({
    key: keys.session(user_id, hash),
    update: "SET renewed_at = :renewed, last_used_at = :used, purge_at = :purge",
    condition: "renewed_at = :was",
    values: { ":renewed": renewed_at, ":used": last_used_at, ":purge": Math.ceil(purge_at), ":was": was },
  });
}

/** Fails its transaction once the session has ended, or is of another version than the one that is read of its user. */
export const checkSession = ({ user_id, hash }: Key, session_version: number): Action =>
  check({
    check: keys.session(user_id, hash),
    condition: "attribute_exists(pk) AND session_version = :version",
    values: { ":version": session_version },
  });

/** The same for one of the version before. */
export const checkSessionBefore = (hash: string): Action =>
  check({ check: keys.sessionBefore(hash), condition: "attribute_exists(pk)" });

/** What the version before wrote for a session: it lasts until `ends_at`, and is not renewed. */
export const SessionBefore = z.object({ user_id: UserId, ends_at: z.number() });

export const toSession = (item: Item): StoredSession => StoredSession.parse(item);
