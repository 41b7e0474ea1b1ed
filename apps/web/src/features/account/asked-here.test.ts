import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noteAsked, wasAskedHere } from "./asked-here";

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("window", { localStorage: storage });
});
afterEach(() => vi.unstubAllGlobals());

it("knows the link of the mail that this browser asked for last, and no other", () => {
  expect(wasAskedHere("request.secret")).toBe(false);
  noteAsked("request");
  expect(wasAskedHere("request.secret")).toBe(true);
  for (const token of ["another.secret", "requests.secret", "request", ""]) expect(wasAskedHere(token)).toBe(false);
});

it("takes a browser that stores nothing for another one", () => {
  const refuse = () => {
    throw new DOMException("no storage", "SecurityError");
  };
  vi.stubGlobal("window", { localStorage: { getItem: refuse, setItem: refuse } });
  noteAsked("request");
  expect(wasAskedHere("request.secret")).toBe(false);
});
