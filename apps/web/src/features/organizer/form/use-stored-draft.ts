import { useEffect, useRef, useState } from "react";

type History<T> = { draft: T; past: T[]; last: string | null };

const maxPast = 50;
const saveDelayMs = 300;

/**
 * A draft that is kept in this browser, so that a reload loses nothing; null until it is read after hydration. `name`
 * includes a version: a draft of another shape needs another name. Consecutive changes of the same `part` are undone
 * together.
 */
export function useStoredDraft<T>(name: string, create: () => T) {
  const [history, setHistory] = useState<History<T> | null>(null);
  const key = `evently.${name}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is created once per name.
  useEffect(() => setHistory({ draft: readStored<T>(key) ?? create(), past: [], last: null }), [key]);

  const draft = history?.draft ?? null;
  const pendingSave = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (history === null || history.last === null) return;
    pendingSave.current = () => store(key, history.draft);
    const timer = setTimeout(() => flush(pendingSave), saveDelayMs);
    return () => clearTimeout(timer);
  }, [key, history]);
  useEffect(() => {
    const flushNow = () => flush(pendingSave);
    addEventListener("pagehide", flushNow);
    return () => {
      removeEventListener("pagehide", flushNow);
      flushNow();
    };
  }, []);

  const change = (next: T, part = "") =>
    setHistory((current) => {
      if (!current) return current;
      const past =
        part !== "" && part === current.last ? current.past : [...current.past, current.draft].slice(-maxPast);
      return { draft: next, past, last: part };
    });
  const undo = () =>
    setHistory((current) => {
      const previous = current?.past.at(-1);
      return current && previous !== undefined
        ? { draft: previous, past: current.past.slice(0, -1), last: "" }
        : current;
    });
  /** Deletes the stored draft once it is saved elsewhere; the page keeps showing it. */
  const forget = () => {
    pendingSave.current = null;
    store(key, undefined);
    setHistory((current) => current && { ...current, last: null });
  };
  /** Starts over; this can be undone. */
  const discard = () => change(create());
  return { draft, change, undo, canUndo: (history?.past.length ?? 0) > 0, forget, discard };
}

/** Saves pending changes at once, so that leaving the page loses nothing. */
function flush(pendingSave: { current: (() => void) | null }): void {
  pendingSave.current?.();
  pendingSave.current = null;
}

function readStored<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** Without storage, or with a full one, the draft is kept on the page only. */
function store(key: string, draft: unknown): void {
  try {
    if (draft === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Editing goes on without it.
  }
}
