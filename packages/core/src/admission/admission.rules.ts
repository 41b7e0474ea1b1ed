import { toInstant, toSeconds } from "../time.ts";
import type { CheckIn, Entry } from "./admission.ts";

/** Entries that a seat's tickets keep: more are a scanner that somebody plays with. */
export const mostEntries = 40;

const isLive = ({ undone_at }: Entry): boolean => undone_at === null;

const byTime = (a: Entry, b: Entry): number => compare(a.at, b.at) || compare(a.entry_id, b.entry_id);

/** Entries that nobody has undone, earliest first. */
export const liveEntries = ({ entries }: Pick<CheckIn, "entries">): Entry[] => entries.filter(isLive).toSorted(byTime);

/**
 * The entry that counts: the earliest with a valid ticket, whatever order they became known in; null if nobody is in. So the result is the
 * same in whatever order devices tell of their scans.
 */
export const countedEntry = (checkIn: Pick<CheckIn, "entries"> | null): Entry | null =>
  (checkIn && liveEntries(checkIn).find(({ ticket }) => ticket === "valid")) ?? null;

/**
 * With an entry more; as it is where it has that one already, undone or not. Of too many one goes that doesn't count, whichever came last:
 * the oldest that was undone, else the latest without a valid ticket, else the latest.
 */
export function addEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  if (entries.some(({ entry_id }) => entry_id === entry.entry_id)) return entries;
  const all = [...entries, entry];
  if (all.length <= mostEntries) return all;
  const dropped = all.reduce((least, other) => (compareWorth(other, least) > 0 ? other : least));
  return dropped === entry ? entries : all.filter((other) => other !== dropped);
}

/** What is kept first comes first. */
const compareWorth = (a: Entry, b: Entry): number =>
  worthOf(a) - worthOf(b) || (isLive(a) ? byTime(a, b) : byTime(b, a));

const worthOf = (entry: Entry): number => (isLive(entry) ? (entry.ticket === "valid" ? 0 : 1) : 2);

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

/** Arrivals are counted by that many seconds. */
const arrivalSeconds = 300;

/** How the count of people in changes, and that of those who came within the same minutes by the same gate; one without a name is "". */
export function countChange(before: Pick<CheckIn, "entries"> | null, after: Pick<CheckIn, "entries">) {
  const [was, is] = [countedEntry(before), countedEntry(after)];
  const changes = [...(was ? [{ ...arrivalOf(was), by: -1 }] : []), ...(is ? [{ ...arrivalOf(is), by: 1 }] : [])];
  const [first, second] = changes;
  const isSame = first && second && first.at === second.at && first.gate === second.gate;
  return { admitted: Number(is !== null) - Number(was !== null), arrivals: isSame ? [] : changes };
}

function arrivalOf({ at, gate }: Entry): { at: string; gate: string } {
  const seconds = toSeconds(at);
  return { at: toInstant(seconds - (seconds % arrivalSeconds)), gate: gate ?? "" };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
