import type { CheckIn, Entry } from "./admission.ts";

/** Entries that a seat's tickets keep: more are a scanner that somebody plays with. */
export const mostEntries = 40;

const isLive = ({ undone_at }: Entry): boolean => undone_at === null;

/** Entries that nobody has undone, earliest first. */
export const liveEntries = ({ entries }: Pick<CheckIn, "entries">): Entry[] =>
  entries.filter(isLive).toSorted((a, b) => compare(a.at, b.at) || compare(a.entry_id, b.entry_id));

/**
 * The entry that counts: the earliest with a valid ticket, whatever order they became known in; null if nobody is in. So the result is the
 * same in whatever order devices tell of their scans.
 */
export const countedEntry = (checkIn: Pick<CheckIn, "entries"> | null): Entry | null =>
  (checkIn && liveEntries(checkIn).find(({ ticket }) => ticket === "valid")) ?? null;

/** With an entry more; as it is where it has that one already, undone or not, or has too many. */
export function addEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const isKnown = entries.some(({ entry_id }) => entry_id === entry.entry_id);
  return isKnown || entries.length >= mostEntries ? entries : [...entries, entry];
}

/** With an entry undone; as it is where it was before, or is not there. */
export function undoEntry(entries: readonly Entry[], entry_id: string, undone_at: string): readonly Entry[] {
  const isOpen = entries.some((entry) => entry.entry_id === entry_id && isLive(entry));
  if (!isOpen) return entries;
  return entries.map((entry) => (entry.entry_id === entry_id ? { ...entry, undone_at } : entry));
}

/** Whoever entered with the same seat more than once, or with a ticket that was not valid any more. */
export function isConflict(checkIn: Pick<CheckIn, "entries">): boolean {
  const live = liveEntries(checkIn);
  return live.length > 1 || live.some(({ ticket }) => ticket !== "valid");
}

/** How the counts of people in and of gates change; a gate without a name is "". */
export function countChange(before: Pick<CheckIn, "entries"> | null, after: Pick<CheckIn, "entries">) {
  const [was, is] = [countedEntry(before), countedEntry(after)];
  const gates = new Map<string, number>();
  const add = (entry: Entry | null, by: number) =>
    entry && gates.set(entry.gate ?? "", (gates.get(entry.gate ?? "") ?? 0) + by);
  add(was, -1);
  add(is, 1);
  return {
    admitted: Number(is !== null) - Number(was !== null),
    gates: [...gates].filter(([, by]) => by !== 0),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
