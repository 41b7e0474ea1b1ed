import { expect, it } from "vitest";
import { workThrough } from "./work-through.ts";

async function work(stopAt: number) {
  const stop = new AbortController();
  const done: number[] = [];
  const ended = await workThrough([1, 2, 3], stop.signal, async (item) => {
    if (item === stopAt) stop.abort();
    done.push(item);
  });
  return { ended, done };
}

it("works on every item unless it is told to return", async () => {
  expect(await work(0)).toEqual({ ended: true, done: [1, 2, 3] });
});

it("returns after the item at hand, which it finishes", async () => {
  expect(await work(2)).toEqual({ ended: false, done: [1, 2] });
});

it("has ended if it was told so at its last item", async () => {
  expect(await work(3)).toEqual({ ended: true, done: [1, 2, 3] });
});

it("ends the reading of items that nobody works on", async () => {
  let closed = false;
  async function* read() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      closed = true;
    }
  }
  expect(await workThrough(read(), AbortSignal.abort(), () => Promise.reject(new Error("begun")))).toBe(false);
  expect(closed).toBe(true);
});
