import { EventlyError } from "../errors.ts";
import { TextFile } from "../text/text-file.ts";
import { limitTurns } from "./limit-turns.ts";
import type { Table } from "./table.ts";

export type Exports = {
  /**
   * A file that reads the table while it is written, through a narrowTable of its own, so that sales never wait for it. Throws
   * EXPORT_LIMIT if too many are under way, or this person's took too long; each counts until it is closed.
   */
  open(user_id: string, name: string, write: (table: Table) => AsyncIterable<string>): TextFile;
};

/** How many of a process's requests to the table all exports together may have in flight. */
const turnsToTable = 2;
/** How many exports a process writes at once, and of these for one person: a second one only while half are free. */
const mostExports = 4;
const mostExportsEach = 2;
/** When a refused one is worth another try, in seconds: most exports take less. */
const retryAfter = 5;
/** How long a file may take as a whole, in seconds, however steadily its client takes the pieces. */
export const longestFile = 600;
/** How long a person's files may be under way within an hour, all together, in seconds; it comes back steadily. */
export const slotShare = 900;
const regainedPerSecond = slotShare / 3600;

/** What a person has under way, and the seconds of their share that were used up `at` that time. */
type Account = { open: number; used: number; at: number };

export function createExports(table: Table, clock: () => number): Exports {
  const narrowTable = limitTurns(table, turnsToTable);
  const accounts = new Map<string, Account>();

  /** Brings what is remembered of everybody up to now; who has their whole share is forgotten. */
  function settle(): void {
    const now = clock();
    for (const [user_id, { open, used, at }] of accounts) {
      const left = Math.max(0, used + (now - at) * (open - regainedPerSecond));
      if (open === 0 && left === 0) accounts.delete(user_id);
      else accounts.set(user_id, { open, used: left, at: now });
    }
  }

  function count(user_id: string, change: 1 | -1): void {
    settle();
    const { open, used, at } = accounts.get(user_id) ?? { open: 0, used: 0, at: clock() };
    accounts.set(user_id, { open: open + change, used, at });
  }

  function refuse(user_id: string): void {
    settle();
    const { open, used } = accounts.get(user_id) ?? { open: 0, used: 0 };
    const all = [...accounts.values()].reduce((sum, account) => sum + account.open, 0);
    const mostOwn = all < mostExports / 2 ? mostExportsEach : 1;
    const regained = Math.ceil((used - slotShare) / regainedPerSecond);
    if (all >= mostExports || open >= mostOwn || regained > 0)
      throw new EventlyError("EXPORT_LIMIT", { retry_after: Math.max(retryAfter, regained) });
  }

  return {
    open(user_id, name, write) {
      refuse(user_id);
      count(user_id, 1);
      const until = clock() + longestFile;
      let isOpen = true;
      const close = () => {
        if (isOpen) count(user_id, -1);
        isOpen = false;
      };
      return new TextFile(name, () => endAt(write(narrowTable), until, clock), close);
    },
  };
}

async function* endAt(pieces: AsyncIterable<string>, until: number, clock: () => number): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (clock() > until) throw new Error("the file takes too long");
    yield piece;
  }
}
