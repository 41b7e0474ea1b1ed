import * as z from "zod/mini";

/** Where this browser keeps the ids of bookings that its owner said are not theirs. */
const key = "evently.not-mine";

/** The last ones; nobody is offered as many at once. */
const mostKept = 500;

const Kept = z.array(z.string());

/** What is kept, as text; null without anything, and on the server. */
export function readNotMine(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The ids in that text. */
export function parseNotMine(text: string | null): ReadonlySet<string> {
  try {
    return new Set(Kept.parse(JSON.parse(text ?? "[]")));
  } catch {
    return new Set();
  }
}

export function noteNotMine(booking_ids: readonly string[]): void {
  const kept = [...parseNotMine(readNotMine())].filter((id) => !booking_ids.includes(id));
  write([...kept, ...booking_ids].slice(-mostKept));
}

export function forgetNotMine(booking_ids: readonly string[]): void {
  write([...parseNotMine(readNotMine())].filter((id) => !booking_ids.includes(id)));
}

export function onNotMine(onChange: () => void): () => void {
  addEventListener("storage", onChange);
  return () => removeEventListener("storage", onChange);
}

/** Browsers tell only other tabs of a change, so this one tells itself. */
function write(ids: readonly string[]): void {
  try {
    if (ids.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ids));
  } catch {
    // Without storage they are offered again.
  }
  dispatchEvent(new Event("storage"));
}
