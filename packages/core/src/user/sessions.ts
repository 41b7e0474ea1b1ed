import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { toUser } from "./user.table.ts";
import { type Actor, Role } from "./user.ts";

type Session = { actor: Actor; ends_at: number };

/** Sessions by token hash, each read at most once per `freshSeconds` in each process, with what its account may do by then. */
export type Sessions = {
  /**
   * Null for an unknown hash, which is never cached: a session created in another process works at once. Throws
   * UNAVAILABLE.
   */
  find(hash: string): Promise<Session | null>;
  /** One that was found here before, without a look at the table: it may have ended elsewhere. */
  recall(hash: string): Session | null;
  /** Caches a session that this process just wrote. */
  remember(hash: string, session: Session): void;
  /** Call when a session ended: the hash is read from the table from now on, also for requests in progress. */
  forget(hash: string): void;
};

/** How long a session ended, a role given or an account suspended in another process goes unnoticed in this one. */
export const freshSeconds = 2;
const [mostMb, heapPart] = [20, 1 / 32];
/** Of a session with its hash. */
const sessionBytes = 400;

export function createSessions(table: Table, clock: Clock, maxSize = heapShare(mostMb, heapPart)): Sessions {
  const found = new LRUCache<string, Session & { readAt: number }>({ max: Math.floor(maxSize / sessionBytes) });
  const reads = new Map<string, Promise<Session | null>>();

  function read(hash: string, former: Session | undefined): Promise<Session | null> {
    const readAt = clock();
    const reading = readSession(table, hash, former?.actor ?? null)
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

  return {
    find(hash) {
      const session = found.get(hash);
      const age = clock() - (session?.readAt ?? Number.NEGATIVE_INFINITY);
      if (session && age >= 0 && age < freshSeconds) return Promise.resolve(session);
      return reads.get(hash) ?? read(hash, session);
    },
    recall: (hash) => found.get(hash) ?? null,
    remember: (hash, session) => void found.set(hash, { ...session, readAt: clock() }),
    forget(hash) {
      found.delete(hash);
      reads.delete(hash);
    },
  };
}

/** `former` is whose session it was when it was last read: then both items are read at once. */
async function readSession(table: Table, hash: string, former: Actor | null): Promise<Session | null> {
  const known = former !== null && former.role !== "guest";
  const [item, account] = await Promise.all([
    readItem(table, keys.session(hash)),
    known ? findAccount(table, former.user_id) : null,
  ]);
  if (!item) return null;
  const actor = { user_id: UserId.parse(item.user_id), role: Role.parse(item.role) };
  const ends_at = Number(item.ends_at);
  // What a guest may do never changes: who signs up gets a new session.
  if (actor.role === "guest") return { actor, ends_at };
  return { actor: (known ? account : await findAccount(table, actor.user_id)) ?? actor, ends_at };
}

async function findAccount(table: Table, user_id: UserId): Promise<Actor | null> {
  const item = await readItem(table, keys.user(user_id));
  if (!item) return null;
  const { role, suspended } = toUser(item);
  return { user_id, role, ...(suspended ? { suspended } : {}) };
}
