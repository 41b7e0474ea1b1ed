import { afterEach, expect, test, vi } from "vitest";
import { takeTurn } from "./take-turn";

afterEach(() => vi.unstubAllGlobals());

/** A browser whose other tab never ends its turn: `request` waits until its signal says that nobody waits any longer. */
const asleep = (signals: AbortSignal[]) => ({
  locks: {
    request: (_: string, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      return Promise.reject(new DOMException("The operation timed out.", "TimeoutError"));
    },
  },
});

test("a tab that keeps its turn asleep holds nobody up for good", async () => {
  const signals: AbortSignal[] = [];
  vi.stubGlobal("navigator", asleep(signals));
  const work = vi.fn(async () => {});
  await takeTurn("door", work);
  expect(signals[0]).toBeInstanceOf(AbortSignal);
  expect(work).toHaveBeenCalledTimes(1);
});

test("work that fails in its turn is not done again", async () => {
  vi.stubGlobal("navigator", { locks: { request: (_: string, __: object, begin: () => Promise<void>) => begin() } });
  const work = vi.fn(() => Promise.reject(new Error("no network")));
  await expect(takeTurn("door", work)).rejects.toThrow("no network");
  expect(work).toHaveBeenCalledTimes(1);
});

test("where a browser has no turns the work is done", async () => {
  vi.stubGlobal("navigator", {});
  const work = vi.fn(async () => {});
  await takeTurn("door", work);
  expect(work).toHaveBeenCalledTimes(1);
});
