import { expect, it } from "vitest";
import { limitConcurrency } from "./limit-concurrency.ts";

function startWork() {
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const work = (i: number) => () => {
    started.push(i);
    return new Promise<number>((done) => {
      ends[i] = () => done(i);
    });
  };
  return { started, work, end: (i: number) => ends[i]?.() };
}

const allTurns = () => new Promise((resume) => setImmediate(resume));

it("runs as many at once as allowed, the others in order", async () => {
  const inTurn = limitConcurrency(2);
  const { started, work, end } = startWork();
  const all = Promise.all([0, 1, 2, 3].map((i) => inTurn(work(i))));
  await allTurns();
  expect(started).toEqual([0, 1]);
  end(1);
  await allTurns();
  expect(started).toEqual([0, 1, 2]);
  end(0);
  await allTurns();
  expect(started).toEqual([0, 1, 2, 3]);
  end(2);
  end(3);
  expect(await all).toEqual([0, 1, 2, 3]);
});

it("starts the next one after a failure, and frees its place if nothing waits", async () => {
  const inTurn = limitConcurrency(1);
  const fail = () => Promise.reject(new Error("failed"));
  const ended = await Promise.allSettled([inTurn(fail), inTurn(fail), inTurn(async () => "third")]);
  expect(ended.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  expect(await inTurn(async () => "fourth")).toBe("fourth");
});
