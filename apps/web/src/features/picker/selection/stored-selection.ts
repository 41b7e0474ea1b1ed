import { serverClock } from "~/features/clock/server-clock";

/** A seat, and what it cost when it was chosen, in the minor unit; null where that is not known. */
export type ChosenSeat = readonly [seat: string, price: number | null];
type Entry = { seats: readonly ChosenSeat[]; savedAt: number };
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const storageKey = "evently.selection";
const maxEvents = 5;
/** A selection is for the visit in which it was made. */
const keptMs = 3_600_000;
const nowMs = () => serverClock.now() * 1000;

/** The seats that this tab had selected for an event; none without storage. */
export function readSelection(store: Store | null, event_id: string, now = nowMs()): readonly ChosenSeat[] {
  return readEntries(store, now)[event_id]?.seats ?? [];
}

/** Keeps what is selected for an event, and of the newest events only; an empty selection is forgotten. */
export function storeSelection(
  store: Store | null,
  event_id: string,
  seats: readonly ChosenSeat[],
  now = nowMs(),
): void {
  const { [event_id]: _, ...others } = readEntries(store, now);
  const entries = Object.entries(seats.length > 0 ? { ...others, [event_id]: { seats, savedAt: now } } : others);
  try {
    if (entries.length === 0) store?.removeItem(storageKey);
    else store?.setItem(storageKey, JSON.stringify(Object.fromEntries(entries.sort(byAge).slice(0, maxEvents))));
  } catch {
    // Without storage a reload forgets the selection.
  }
}

const byAge = ([, a]: [string, Entry], [, b]: [string, Entry]) => b.savedAt - a.savedAt;

/** What is stored and not too old; anything else in its place counts as nothing. */
function readEntries(store: Store | null, now: number): Record<string, Entry> {
  try {
    const stored: unknown = JSON.parse(store?.getItem(storageKey) ?? "{}");
    const entries = Object.entries((stored ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, Entry] => isEntry(entry[1]) && Math.abs(now - entry[1].savedAt) < keptMs,
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function isEntry(value: unknown): value is Entry {
  const { seats, savedAt } = (value ?? {}) as Partial<Entry>;
  return Array.isArray(seats) && seats.every(isChosen) && typeof savedAt === "number";
}

const isChosen = (seat: unknown): seat is ChosenSeat =>
  Array.isArray(seat) && typeof seat[0] === "string" && (seat[1] === null || Number.isInteger(seat[1]));
