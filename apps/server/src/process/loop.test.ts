import { expect, it, vi } from "vitest";
import { startLoop } from "./loop.ts";

function startGate() {
  const waiting: (() => void)[] = [];
  return { pass: () => waiting.shift()?.(), wait: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

it("never begins a run before the last one ended", async () => {
  vi.useFakeTimers();
  const gate = startGate();
  const run = vi.fn(gate.wait);
  const loop = startLoop(run, 1_000, () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).toHaveBeenCalledTimes(1);
  gate.pass();
  await vi.advanceTimersByTimeAsync(999);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledTimes(2);
  gate.pass();
  await loop.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it("reports a run's error and continues", async () => {
  vi.useFakeTimers();
  const errors: unknown[] = [];
  const run = vi.fn().mockRejectedValueOnce(new Error("once")).mockResolvedValue(0);
  const loop = startLoop(run, 1_000, (error) => errors.push(error));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(errors).toEqual([new Error("once")]);
  expect(run).toHaveBeenCalledTimes(2);
  await loop.stop();
  vi.useRealTimers();
});

it("stops only after the current run", async () => {
  const gate = startGate();
  const loop = startLoop(gate.wait, 1_000, () => undefined);
  let stopped = false;
  const stopping = loop.stop().then(() => {
    stopped = true;
  });
  await Promise.resolve();
  expect(stopped).toBe(false);
  gate.pass();
  await stopping;
});
