/** Where this browser marks for which events it has holds, so that other pages know that there is something to ask for. */
const heldMarkKey = "evently.held";

/** What is marked, as text; null without a mark, and on the server. */
export function readHeldMark(): string | null {
  try {
    return localStorage.getItem(heldMarkKey);
  } catch {
    return null;
  }
}

/** Browsers tell only other tabs of a change, so this one tells itself. */
export function writeHeldMark(mark: string | null): void {
  if (mark === readHeldMark()) return;
  try {
    if (mark === null) localStorage.removeItem(heldMarkKey);
    else localStorage.setItem(heldMarkKey, mark);
  } catch {
    // Without storage only the event's page and the checkout show holds.
  }
  dispatchEvent(new Event("storage"));
}

export function onHeldMark(onChange: () => void): () => void {
  addEventListener("storage", onChange);
  return () => removeEventListener("storage", onChange);
}
