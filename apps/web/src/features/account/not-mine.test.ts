import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetNotMine, noteNotMine, parseNotMine, readNotMine } from "./not-mine";

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const hidden = () => [...parseNotMine(readNotMine())];

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("dispatchEvent", () => true);
});
afterEach(() => vi.unstubAllGlobals());

it("keeps what is not theirs, each once, until it is shown again", () => {
  expect(hidden()).toEqual([]);
  noteNotMine(["a", "b"]);
  noteNotMine(["b", "c"]);
  expect(hidden()).toEqual(["a", "b", "c"]);
  forgetNotMine(["a", "c"]);
  expect(hidden()).toEqual(["b"]);
  forgetNotMine(["b"]);
  expect(kept.size).toBe(0);
});

it("keeps no more than the last 500", () => {
  noteNotMine(["first"]);
  noteNotMine(Array.from({ length: 500 }, (_, i) => `b-${i}`));
  expect(hidden()).toHaveLength(500);
  expect(hidden()).not.toContain("first");
});

it("hides nothing where something else is stored, or nothing can be", () => {
  for (const text of ["no json", "{}", "[1]"]) expect(parseNotMine(text).size).toBe(0);
  const refuse = () => {
    throw new DOMException("no storage", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  noteNotMine(["a"]);
  expect(hidden()).toEqual([]);
});
