import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSelection, storeSelection } from "./stored-selection";

function openStore(initial?: string) {
  const items = new Map(initial === undefined ? [] : [["evently.selection", initial]]);
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

const minute = 60_000;

describe("the stored selection", () => {
  test("is read again for its event, for an hour", () => {
    const store = openStore();
    storeSelection(
      store,
      "event-00001",
      [
        ["A-1", 8500],
        ["A-2", null],
      ],
      0,
    );
    expect(readSelection(store, "event-00001", 59 * minute)).toEqual([
      ["A-1", 8500],
      ["A-2", null],
    ]);
    expect(readSelection(store, "event-00002", 0)).toEqual([]);
    expect(readSelection(store, "event-00001", 60 * minute)).toEqual([]);
  });

  test("leaves nothing behind once it is empty, and of old ones", () => {
    const store = openStore();
    storeSelection(store, "event-00001", [["A-1", 8500]], 0);
    storeSelection(store, "event-00002", [["A-1", 8500]], 60 * minute);
    expect([...store.items.values()].join()).not.toContain("event-00001");
    storeSelection(store, "event-00002", [], 60 * minute);
    expect(store.items.size).toBe(0);
  });

  test("keeps the five newest events", () => {
    const store = openStore();
    for (let n = 1; n <= 9; n++) storeSelection(store, `event-0000${n}`, [["A-1", 8500]], n);
    const kept = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => readSelection(store, `event-0000${n}`, 9).length > 0);
    expect(kept).toEqual([5, 6, 7, 8, 9]);
  });

  test("of the version before, which kept no prices, is forgotten", () => {
    const stored = JSON.stringify({ "event-00001": { seats: ["A-1"], savedAt: 0 } });
    expect(readSelection(openStore(stored), "event-00001", 0)).toEqual([]);
  });

  test("is none where anything else is stored, or nothing can be", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((any) => `{"event-00001":${any}}`),
        ),
        (text) => {
          const seats = readSelection(openStore(text), "event-00001", 0);
          expect(seats.every(([seat]) => typeof seat === "string")).toBe(true);
        },
      ),
    );
    expect(readSelection(null, "event-00001")).toEqual([]);
    const full = {
      ...openStore(),
      setItem: () => {
        throw new Error("full");
      },
    };
    storeSelection(full, "event-00001", [["A-1", 8500]]);
    storeSelection(null, "event-00001", [["A-1", 8500]]);
  });
});
