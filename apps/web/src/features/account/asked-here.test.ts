import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findAsked, noteAsked } from "./asked-here";

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

it("knows the link of the mail that this browser asked for last, with where it was, and no other", () => {
  expect(findAsked("request.secret")).toBeNull();
  noteAsked("request", "/account");
  expect(findAsked("request.secret")).toEqual({ next: "/account" });
  for (const token of ["another.secret", "requests.secret", "request", ""]) expect(findAsked(token)).toBeNull();
});

it("takes a browser that stores nothing, or something else, for another one", () => {
  storage.setItem("evently.sign-in", "request");
  expect(findAsked("request.secret")).toBeNull();
  const refuse = () => {
    throw new DOMException("no storage", "SecurityError");
  };
  vi.stubGlobal("window", { localStorage: { getItem: refuse, setItem: refuse } });
  noteAsked("request", null);
  expect(findAsked("request.secret")).toBeNull();
});
