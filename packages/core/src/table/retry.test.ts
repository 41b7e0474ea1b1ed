import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { retry } from "./retry.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  // First what was spied on, or the false timers would be put back after the true ones.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const failTimes = (count: number, error = new Error("collided")) => {
  let sent = 0;
  return {
    send: async () => {
      if (++sent <= count) throw error;
      return "done";
    },
    sent: () => sent,
  };
};

it("returns at once if the first try succeeds", async () => {
  const { send, sent } = failTimes(0);
  expect(await retry(send, () => true)).toBe("done");
  expect(sent()).toBe(1);
});

it("throws a permanent error at once", async () => {
  const { send, sent } = failTimes(1, new Error("wrong"));
  await expect(retry(send, (error) => (error as Error).message === "collided")).rejects.toThrow("wrong");
  expect(sent()).toBe(1);
});

it("retries until it succeeds", async () => {
  const { send, sent } = failTimes(10);
  const done = retry(send, () => true);
  await vi.runAllTimersAsync();
  expect(await done).toBe("done");
  expect(sent()).toBe(11);
});

it("reports each retry, and not the first try", async () => {
  const repeats = vi.fn();
  const { send } = failTimes(3);
  const done = retry(send, () => true, repeats);
  await vi.runAllTimersAsync();
  await done;
  expect(repeats).toHaveBeenCalledTimes(3);
  await retry(failTimes(0).send, () => true, repeats);
  expect(repeats).toHaveBeenCalledTimes(3);
});

it("gives up after ten more tries and throws the last error", async () => {
  const { send, sent } = failTimes(1_000);
  const given = expect(retry(send, () => true)).rejects.toThrow("collided");
  await vi.runAllTimersAsync();
  await given;
  expect(sent()).toBe(11);
});

it("waits up to twice as long each time, and never longer than 400 ms", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.999_999);
  const waits = vi.spyOn(globalThis, "setTimeout");
  const done = retry(failTimes(10).send, () => true);
  await vi.runAllTimersAsync();
  await done;
  expect(waits.mock.calls.map(([, wait]) => Math.round(wait ?? 0))).toEqual([
    10, 20, 40, 80, 160, 320, 400, 400, 400, 400,
  ]);
});

it("waits with full jitter, so that conflicting callers don't meet again", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const waits = vi.spyOn(globalThis, "setTimeout");
  const done = retry(failTimes(3).send, () => true);
  await vi.runAllTimersAsync();
  await done;
  expect(waits.mock.calls.map(([, wait]) => wait)).toEqual([0, 0, 0]);
});
