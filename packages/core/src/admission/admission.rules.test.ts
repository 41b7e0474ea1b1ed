import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { id } from "../testing/id.ts";
import {
  addEntry,
  countChange,
  countedEntry,
  isConflict,
  liveEntries,
  mostEntries,
  undoEntry,
} from "./admission.rules.ts";
import { entryIdOf } from "./admission.table.ts";
import type { Entry } from "./admission.ts";

function entry(more: Partial<Entry> = {}): Entry {
  const told = { at: "2027-01-14T19:00:00.000Z", device: "first", version: 1, reason: null, ...more };
  const facts = { gate: "North", ticket: "valid" as const, actor_id: id.user(1), undone_at: null };
  return { entry_id: entryIdOf(told), ...facts, ...told };
}

const gates: Record<string, string | null> = { first: "North", second: "South", third: null };

/** A scan by one of three devices, each at its gate; every seventh let somebody in whose ticket had been issued anew. */
const drawEntry = fc
  .record({ minute: fc.integer({ min: 0, max: 6 }), device: fc.constantFrom("first", "second", "third") })
  .map(({ minute, device }) => {
    const facts = { at: `2027-01-14T19:0${minute}:00.000Z`, device, gate: gates[device] ?? null };
    return entry({ ...facts, ...(minute === 6 ? { ticket: "superseded" as const } : {}) });
  });

const numRuns = process.env.EVENTLY_PROOF ? 2_000 : 200;
/** Minutes are drawn from 19:00 on. */
const toFiveMinutes = (at: string) =>
  at < "2027-01-14T19:05" ? "2027-01-14T19:00:00.000Z" : "2027-01-14T19:05:00.000Z";
const addAll = (told: readonly Entry[]) => told.reduce<readonly Entry[]>(addEntry, []);
const keep = (entries: readonly Entry[]) => ({ entries: [...entries] });

describe("entries with the tickets of a seat", () => {
  it("count as a single one, the earliest, in whatever order and however often devices tell of them", () => {
    const orders = fc.array(drawEntry, { minLength: 1, maxLength: 8 }).chain((told) => {
      const all = { minLength: told.length, maxLength: told.length };
      return fc.tuple(fc.constant(told), fc.shuffledSubarray(told, all), fc.shuffledSubarray(told, all));
    });
    fc.assert(
      fc.property(orders, ([told, first, again]) => {
        const entries = keep(addAll([...first, ...again]));
        const ids = liveEntries(entries).map(({ entry_id }) => entry_id);
        expect(ids.toSorted()).toEqual([...new Set(told.map(({ entry_id }) => entry_id))].toSorted());
        expect(countedEntry(entries)).toEqual(countedEntry(keep(addAll(told))));
        const valid = told.filter(({ ticket }) => ticket === "valid").map(({ at }) => at);
        expect(countedEntry(entries)?.at).toBe(valid.toSorted()[0]);
      }),
      { numRuns },
    );
  });

  it("change the counts by what they are afterwards, step by step", () => {
    const steps = fc.array(fc.tuple(drawEntry, fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (all) => {
        let entries: readonly Entry[] = [];
        let admitted = 0;
        const counts = new Map<string, number>();
        for (const [told, isUndone] of all) {
          const after = isUndone
            ? undoEntry(entries, told.entry_id, "2027-01-14T20:00:00.000Z")
            : addEntry(entries, told);
          const change = countChange(keep(entries), keep(after));
          admitted += change.admitted;
          for (const { at, gate, by } of change.arrivals)
            counts.set(`${at} ${gate}`, (counts.get(`${at} ${gate}`) ?? 0) + by);
          entries = after;
        }
        const counted = countedEntry(keep(entries));
        expect(admitted).toBe(counted ? 1 : 0);
        const notNone = [...counts].filter(([, count]) => count !== 0);
        expect(notNone).toEqual(counted ? [[`${toFiveMinutes(counted.at)} ${counted.gate ?? ""}`, 1]] : []);
      }),
      { numRuns },
    );
  });

  it("are known again, undone or not", () => {
    const once = addAll([entry()]);
    expect(addEntry(once, entry())).toBe(once);
    const undone = undoEntry(once, entry().entry_id, "2027-01-14T20:00:00.000Z");
    expect(addEntry(undone, entry())).toBe(undone);
    expect(undoEntry(undone, entry().entry_id, "2027-01-14T21:00:00.000Z")).toBe(undone);
    expect(countedEntry(keep(undone))).toBeNull();
  });

  it("are a conflict when there are two, or one without a valid ticket", () => {
    expect(isConflict(keep([entry()]))).toBe(false);
    expect(isConflict(keep([entry(), entry({ device: "second" })]))).toBe(true);
    expect(isConflict(keep([entry({ ticket: "superseded" })]))).toBe(true);
  });

  it("are kept up to a number, with the one that counts among them, whatever came before it and in whatever order", () => {
    const minute = (i: number) => `2027-01-14T19:${String(i).padStart(2, "0")}:00.000Z`;
    const many = Array.from({ length: mostEntries }, (_, i) => i);
    const spent = many.map((i) => entry({ at: minute(i), ticket: "superseded" }));
    const undone = many.map((i) => entry({ at: minute(i), device: "out", undone_at: minute(59) }));
    const valid = [50, 51].map((i) => entry({ at: minute(i), device: "in" }));
    for (const told of [
      [...spent, ...undone, ...valid],
      [...undone, ...valid, ...spent],
      [...valid, ...spent, ...undone].toReversed(),
    ]) {
      const kept = addAll(told);
      expect(kept).toHaveLength(mostEntries);
      expect(countedEntry(keep(kept))).toEqual(valid[0]);
      expect(new Set(kept)).toEqual(new Set([...valid, ...spent.slice(0, mostEntries - 2)]));
    }
  });

  it("with a valid ticket are kept before all others, the earliest of them first", () => {
    const told = Array.from({ length: mostEntries + 5 }, (_, i) =>
      entry({ device: `${i}`, at: `2027-01-14T19:${String(59 - i).padStart(2, "0")}:00.000Z` }),
    );
    const kept = addAll(told);
    expect(new Set(kept)).toEqual(new Set(told.slice(5)));
  });
});
