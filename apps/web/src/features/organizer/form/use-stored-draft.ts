import { useEffect, useRef, useState } from "react";

type History<T> = { draft: T; past: T[]; last: string | null };

const longestPast = 50;
const pauseMs = 300;

/**
 * What someone is writing, kept in this browser so that a reload loses nothing; null until the page has woken up. `name`
 * carries a version: a draft of another shape is another name. Changes of the same `part` that follow each other are
 * undone together.
 */
export function useStoredDraft<T>(name: string, make: () => T) {
  const [history, setHistory] = useState<History<T> | null>(null);
  const key = `evently.${name}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is made anew is made once, under the name.
  useEffect(() => setHistory({ draft: readStored<T>(key) ?? make(), past: [], last: null }), [key]);

  const draft = history?.draft ?? null;
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (history === null || history.last === null) return;
    waiting.current = () => store(key, history.draft);
    const timer = setTimeout(() => flush(waiting), pauseMs);
    return () => clearTimeout(timer);
  }, [key, history]);
  useEffect(() => {
    const leave = () => flush(waiting);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  const change = (next: T, part = "") =>
    setHistory((known) => {
      if (!known) return known;
      const past = part !== "" && part === known.last ? known.past : [...known.past, known.draft].slice(-longestPast);
      return { draft: next, past, last: part };
    });
  const undo = () =>
    setHistory((known) => {
      const before = known?.past.at(-1);
      return known && before !== undefined ? { draft: before, past: known.past.slice(0, -1), last: "" } : known;
    });
  /** Keeps the draft on the page alone: it has become something else. */
  const forget = () => {
    waiting.current = null;
    store(key, undefined);
    setHistory((known) => known && { ...known, last: null });
  };
  /** Begins anew; undoing brings back what was there. */
  const discard = () => change(make());
  return { draft, change, undo, canUndo: (history?.past.length ?? 0) > 0, forget, discard };
}

/** Writes what waits to be written, at once: whoever leaves the page loses nothing. */
function flush(waiting: { current: (() => void) | null }): void {
  waiting.current?.();
  waiting.current = null;
}

function readStored<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing, or that is full, keeps the draft on the page alone. */
function store(key: string, draft: unknown): void {
  try {
    if (draft === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Writing goes on without.
  }
}
