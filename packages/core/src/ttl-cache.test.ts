import { describe, expect, it } from "vitest";
import { startClock } from "./testing/open-core.ts";
import { createTtlCache } from "./ttl-cache.ts";

type Options = Partial<{ most: number; rest: number; sizeOf: (value: string) => number }>;

/** Readings that take `seconds` each and tell how many came before. */
function open({ most = 10, ...options }: Options = {}, seconds = 0) {
  const clock = startClock();
  const read: string[] = [];
  const load = async (key: string) => {
    clock.advance(seconds);
    read.push(key);
    return `${key}${read.length}`;
  };
  return { clock, read, readings: createTtlCache(clock, load, { most, ...options }) };
}

describe("what was read", () => {
  it("is read once for all who ask at once", async () => {
    const { readings, read } = open();
    expect(await Promise.all(["a", "a", "b"].map((key) => readings.get(key)))).toEqual(["a1", "a1", "b2"]);
    expect(read).toEqual(["a", "b"]);
  });

  it("is not read again sooner than ten times as long as reading it took", async () => {
    const { clock, readings } = open({}, 0.5);
    await readings.get("a");
    clock.advance(4.99);
    expect(await readings.get("a")).toBe("a1");
    clock.advance(0.02);
    expect(await readings.get("a")).toBe("a2");
  });

  it("rests at least as long as it is told to", async () => {
    const { clock, readings } = open({ rest: 30 });
    await readings.get("a");
    clock.advance(29.9);
    expect(await readings.get("a")).toBe("a1");
    clock.advance(0.2);
    expect(await readings.get("a")).toBe("a2");
  });

  it("is kept after its rest while it still holds", async () => {
    const { clock, readings } = open({}, 1);
    await readings.get("a");
    clock.advance(100);
    expect(await readings.get("a", (value) => value === "a1")).toBe("a1");
    expect(await readings.get("a", (value) => value === "another")).toBe("a2");
  });

  it("is kept of as many as may be, those asked for last", async () => {
    const { readings, read } = open({ most: 2, rest: 60 });
    for (const key of ["a", "b", "a", "c", "a", "b"]) await readings.get(key);
    expect(read).toEqual(["a", "b", "c", "b"]);
  });

  it("is counted by its size; one too large for all is not kept", async () => {
    const { readings, read } = open({ most: 5, rest: 60, sizeOf: (value) => (value.startsWith("big") ? 6 : 2) });
    for (const key of ["a", "b", "a", "big", "big", "a"]) await readings.get(key);
    expect(read).toEqual(["a", "b", "big", "big", "a"]);
  });

  it("is read again after it could not be", async () => {
    const clock = startClock();
    let fails = true;
    const readings = createTtlCache(clock, async () => (fails ? Promise.reject(new Error("silent")) : "there"), {
      most: 1,
    });
    await expect(readings.get("a")).rejects.toThrow("silent");
    fails = false;
    expect(await readings.get("a")).toBe("there");
  });
});
