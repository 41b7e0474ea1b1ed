import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem, readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import type { Clock } from "../time.ts";
import { sessionSeconds } from "./session.rules.ts";
import { SessionBefore, toSession } from "./session.table.ts";
import type { SessionToken } from "./session-token.ts";
import { type Merged, mergedOf, toUser } from "./user.table.ts";
import type { Actor } from "./user.ts";
import { toVersions } from "./versions.ts";

type Times = { renewed_at: number; last_used_at: number };

/** `actor` may do what its account may by then; all times in epoch seconds. */
export type Session = {
  actor: Actor;
  ends_at: number;
  /** When it was last renewed and used; null for one of the version before, which is not renewed. */
  times: Times | null;
  /** Where a guest's bookings were moved; null for anybody else. */
  merged: Merged | null;
  /** The guest that somebody was until they signed in. */
  guest_id: UserId | null;
};

/** Sessions by token hash, each read at most once per `freshSeconds` in each process, with what its account may do by then. */
export type Sessions = {
  /**
   * Null for an unknown token, which is never cached: a session created in another process works at once. Throws
   * UNAVAILABLE.
   */
  find(token: SessionToken): Promise<Session | null>;
  /** One that was found here before, without a look at the table: it may have ended elsewhere. */
  recall(hash: string): Session | null;
  /** Caches a session that this process just wrote. */
  remember(hash: string, session: Session): void;
  /** Notes when a cached session was renewed and used; what its account may do is as old as it was. */
  note(hash: string, times: Times): void;
  /** Call when a session ended: the token is read from the table from now on, also for requests in progress. */
  forget(hash: string): void;
  /** The same for all sessions of a person. */
  forgetAll(user_id: UserId): void;
};

/** How long a session ended, a role given or an account suspended in another process goes unnoticed in this one. */
export const freshSeconds = 2;
const [mostMb, heapPart] = [20, 1 / 32];
/** Of a session with its hash. */
const sessionBytes = 500;

export function createSessions(table: Table, clock: Clock, maxSize = heapShare(mostMb, heapPart)): Sessions {
  const found = new LRUCache<string, Session & { readAt: number }>({ max: Math.floor(maxSize / sessionBytes) });
  const reads = new Map<string, Promise<Session | null>>();

  function read(token: SessionToken): Promise<Session | null> {
    const readAt = clock();
    const { hash } = token;
    const reading = readSession(table, token)
      .then((session) => {
        // A session that ended during the read may have been read before its end.
        if (session && reads.get(hash) === reading) found.set(hash, { ...session, readAt });
        return session;
      })
      .finally(() => {
        if (reads.get(hash) === reading) reads.delete(hash);
      });
    reads.set(hash, reading);
    return reading;
  }

  function forget(hash: string): void {
    found.delete(hash);
    reads.delete(hash);
  }

  return {
    find(token) {
      const session = found.get(token.hash);
      const age = clock() - (session?.readAt ?? Number.NEGATIVE_INFINITY);
      if (session && age >= 0 && age < freshSeconds) return Promise.resolve(session);
      return reads.get(token.hash) ?? read(token);
    },
    recall: (hash) => found.get(hash) ?? null,
    remember: (hash, session) => void found.set(hash, { ...session, readAt: clock() }),
    note(hash, times) {
      const session = found.get(hash);
      if (session) found.set(hash, { ...session, ...toEnd(session.actor, times) });
    },
    forget,
    forgetAll(user_id) {
      // Whose session is being read is not known yet.
      reads.clear();
      for (const [hash, { actor }] of found.entries()) if (actor.user_id === user_id) found.delete(hash);
    },
  };
}

const toEnd = (actor: Actor, times: Times) => ({ times, ends_at: times.renewed_at + sessionSeconds(actor) });

/** Of an account only what decides what it may do. */
function toActor({ user_id, role, suspended, memberships }: Actor): Actor {
  return { user_id, role, ...(suspended ? { suspended } : {}), ...(memberships ? { memberships } : {}) };
}

/** Of an account read, and a session's times. */
export function describeSession(user: Actor, times: Times, guest_id: UserId | null): Session {
  const actor = toActor(user);
  return { actor, ...toEnd(actor, times), merged: null, guest_id };
}

async function readSession(table: Table, { hash, user_id }: SessionToken): Promise<Session | null> {
  if (user_id === null) return readSessionBefore(table, hash);
  const items = await readItems(table, [keys.user(user_id), keys.session(user_id, hash)]);
  const user = items.find(({ sk }) => sk === user_id);
  const item = items.find(({ sk }) => sk !== user_id);
  if (!user || !item) return null;
  const { session_version, renewed_at, last_used_at, guest_id = null } = toSession(item);
  if (session_version < toVersions(user).session_version) return null;
  const { actor, merged } = readAccount(user);
  return { ...describeSession(actor, { renewed_at, last_used_at }, guest_id), merged };
}

/** Those of the version before end with the first ending of all sessions of their user. */
async function readSessionBefore(table: Table, hash: string): Promise<Session | null> {
  const item = await readItem(table, keys.sessionBefore(hash));
  if (!item) return null;
  const { user_id, ends_at } = SessionBefore.parse(item);
  const user = await readItem(table, keys.user(user_id));
  if (!user || toVersions(user).session_version > 0) return null;
  return { ...readAccount(user), ends_at, times: null, guest_id: null };
}

function readAccount(user: Item): Pick<Session, "actor" | "merged"> {
  return { actor: toActor(toUser(user)), merged: mergedOf(user) };
}
