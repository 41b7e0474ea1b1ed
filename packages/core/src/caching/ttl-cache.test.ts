import { describe, expect, it } from "vitest";
import { startClock } from "../testing/open-core.ts";
import { createTtlCache } from "./ttl-cache.ts";

type Options = Partial<{ maxSize: number; minRefreshInterval: number; sizeOf: (value: string) => number }>;

/** A cache whose reads take `seconds` each and return the number of earlier reads. */
function open({ maxSize = 10, ...options }: Options = {}, seconds = 0) {
  const clock = startClock();
  const read: string[] = [];
  const load = async (key: string) => {
    clock.advance(seconds);
    read.push(key);
    return `${key}${read.length}`;
  };
  return { clock, read, cache: createTtlCache(clock, load, { maxSize, ...options }) };
}

describe("a cached value", () => {
  it("is read once for concurrent callers", async () => {
    const { cache, read } = open();
    expect(await Promise.all(["a", "a", "b"].map((key) => cache.get(key)))).toEqual(["a1", "a1", "b2"]);
    expect(read).toEqual(["a", "b"]);
  });

  it("is not read again for ten times as long as the read took", async () => {
    const { clock, cache } = open({}, 0.5);
    await cache.get("a");
    clock.advance(4.99);
    expect(await cache.get("a")).toBe("a1");
    clock.advance(0.02);
    expect(await cache.get("a")).toBe("a2");
  });

  it("is not read again within the minimum refresh interval", async () => {
    const { clock, cache } = open({ minRefreshInterval: 30 });
    await cache.get("a");
    clock.advance(29.9);
    expect(await cache.get("a")).toBe("a1");
    clock.advance(0.2);
    expect(await cache.get("a")).toBe("a2");
  });

  it("is kept beyond the refresh interval while it is fresh", async () => {
    const { clock, cache } = open({}, 1);
    await cache.get("a");
    clock.advance(100);
    expect(await cache.get("a", (value) => value === "a1")).toBe("a1");
    expect(await cache.get("a", (value) => value === "another")).toBe("a2");
  });

  it("is kept for the most recently used keys up to the maximum", async () => {
    const { cache, read } = open({ maxSize: 2, minRefreshInterval: 60 });
    for (const key of ["a", "b", "a", "c", "a", "b"]) await cache.get(key);
    expect(read).toEqual(["a", "b", "c", "b"]);
  });

  it("counts by its size; one larger than the cache is not kept and evicts nothing", async () => {
    const { cache, read } = open({
      maxSize: 5,
      minRefreshInterval: 60,
      sizeOf: (value) => (value.startsWith("big") ? 6 : 2),
    });
    for (const key of ["a", "b", "a", "big", "big", "a"]) await cache.get(key);
    expect(read).toEqual(["a", "b", "big", "big"]);
  });

  it("is read again after a failure", async () => {
    const clock = startClock();
    let fails = true;
    const cache = createTtlCache(clock, async () => (fails ? Promise.reject(new Error("silent")) : "there"), {
      maxSize: 1,
    });
    await expect(cache.get("a")).rejects.toThrow("silent");
    fails = false;
    expect(await cache.get("a")).toBe("there");
  });
});
