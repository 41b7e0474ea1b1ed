import { expect, it, vi } from "vitest";
import { startLoop } from "./loop.ts";

function startGate() {
  const waiting: (() => void)[] = [];
  return { pass: () => waiting.shift()?.(), wait: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

it("never begins a turn before the last one ended", async () => {
  vi.useFakeTimers();
  const gate = startGate();
  const turn = vi.fn(gate.wait);
  const loop = startLoop(turn, 1_000, () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turn).toHaveBeenCalledTimes(1);
  gate.pass();
  await vi.advanceTimersByTimeAsync(999);
  expect(turn).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(turn).toHaveBeenCalledTimes(2);
  gate.pass();
  await loop.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turn).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it("tells what a turn threw and goes on", async () => {
  vi.useFakeTimers();
  const told: unknown[] = [];
  const turn = vi.fn().mockRejectedValueOnce(new Error("once")).mockResolvedValue(0);
  const loop = startLoop(turn, 1_000, (error) => told.push(error));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([new Error("once")]);
  expect(turn).toHaveBeenCalledTimes(2);
  await loop.stop();
  vi.useRealTimers();
});

it("stops only after the turn under way", async () => {
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
