import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageOf } from "./page-of.ts";

const core = { secret: "s".repeat(32) };
const byNumber = { position: (n: number) => n, compare: (a: number, b: number) => a - b };
const page = (list: number[], limit: number, cursor?: string | null, scope = "numbers") =>
  pageOf(core, scope, list, byNumber, { limit, cursor: cursor ?? undefined });

describe("a page of a list in memory", () => {
  it("is in the list's order, whatever order the list came in", () => {
    expect(page([3, 1, 2], 5)).toEqual({ items: [1, 2, 3], next_cursor: null });
  });

  it("continues where the previous one ended, and the last one has no cursor", () => {
    const list = [5, 4, 3, 2, 1];
    const first = page(list, 2);
    const second = page(list, 2, first.next_cursor);
    expect([first.items, second.items]).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(page(list, 2, second.next_cursor)).toEqual({ items: [5], next_cursor: null });
  });

  it("with exactly the remaining items has no next page", () => {
    expect(page([1, 2], 2).next_cursor).toBeNull();
    expect(page([], 2)).toEqual({ items: [], next_cursor: null });
  });

  it("skips and repeats nothing when items are added and removed between pages", () => {
    const { next_cursor } = page([1, 2, 3, 4], 2);
    expect(page([0, 1, 3, 4], 2, next_cursor).items).toEqual([3, 4]);
    expect(page([2.5, 3], 2, next_cursor).items).toEqual([2.5, 3]);
  });

  it("accepts only a cursor of the same list", () => {
    const { next_cursor } = page([1, 2, 3], 1);
    for (const [cursor, scope] of [
      [next_cursor, "other numbers"],
      [`${next_cursor}x`, "numbers"],
      ["x", "numbers"],
    ] as const)
      expect(() => page([1, 2, 3], 1, cursor, scope)).toThrow(expect.objectContaining({ code: "INVALID_CURSOR" }));
  });

  it("after page contains every entry once, in order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000)), fc.integer({ min: 1, max: 7 }), (list, limit) => {
        const told: number[] = [];
        let cursor: string | null = null;
        do {
          const { items, next_cursor } = page(list, limit, cursor);
          told.push(...items);
          cursor = next_cursor;
        } while (cursor);
        expect(told).toEqual(list.toSorted((a, b) => a - b));
      }),
    );
  });
});
