import { LRUCache } from "lru-cache";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { type Actor, Role } from "./user.ts";

type Session = { actor: Actor; ends_at: number };

/** Sessions by the hash of their token, read at most once in `freshSeconds` by each process. */
export type Sessions = {
  /** Null for an unknown hash, which is looked up every time: a session that starts elsewhere works at once. Throws UNAVAILABLE. */
  find(hash: string): Promise<Session | null>;
  /** Takes in a session that this process has just written. */
  remember(hash: string, session: Session): void;
  /** From now on the hash is looked up in the table, also for whoever is being answered: it was ended here. */
  forget(hash: string): void;
};

/** For so long a session that was ended in another process still works in this one. */
export const freshSeconds = 2;
const maxSessions = 50_000;

export function createSessions(table: Table, clock: Clock): Sessions {
  const found = new LRUCache<string, Session & { readAt: number }>({ max: maxSessions });
  const reads = new Map<string, Promise<Session | null>>();

  function read(hash: string): Promise<Session | null> {
    const readAt = clock();
    const reading = readSession(table, hash)
      .then((session) => {
        // One that was ended here meanwhile may have been read before its end.
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
      return reads.get(hash) ?? read(hash);
    },
    remember: (hash, session) => void found.set(hash, { ...session, readAt: clock() }),
    forget(hash) {
      found.delete(hash);
      reads.delete(hash);
    },
  };
}

async function readSession(table: Table, hash: string): Promise<Session | null> {
  const item = await readItem(table, keys.session(hash));
  if (!item) return null;
  const actor = { user_id: UserId.parse(item.user_id), role: Role.parse(item.role) };
  return { actor, ends_at: Number(item.ends_at) };
}
