import { expect, it } from "vitest";
import { singleFlight } from "./single-flight.ts";

function slowly(atOnce?: number) {
  const begun: string[] = [];
  const ends: { done: (value: string) => void; fail: (error: Error) => void }[] = [];
  const load = singleFlight((key) => {
    begun.push(key);
    return new Promise<string>((done, fail) => ends.push({ done, fail }));
  }, atOnce);
  return { begun, ends, load };
}

it("loads a key once for concurrent callers, and other keys in parallel", async () => {
  const { begun, ends, load } = slowly();
  const asked = [load("a"), load("a"), load("b")];
  expect(begun).toEqual(["a", "b"]);
  ends[0]?.done("of a");
  ends[1]?.done("of b");
  expect(await Promise.all(asked)).toEqual(["of a", "of a", "of b"]);
});

it("loads again once it has ended: nothing is cached", async () => {
  const { begun, ends, load } = slowly();
  const first = load("a");
  ends[0]?.done("old");
  expect(await first).toBe("old");
  const second = load("a");
  ends[1]?.done("new");
  expect(await second).toBe("new");
  expect(begun).toEqual(["a", "a"]);
});

it("rejects for all waiting callers, and the next caller tries again", async () => {
  const { ends, load } = slowly();
  const asked = Promise.allSettled([load("a"), load("a")]);
  ends[0]?.fail(new Error("silent"));
  expect((await asked).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const again = load("a");
  ends[1]?.done("there");
  expect(await again).toBe("there");
});

it("loads no more keys at once than it may, in the order in which they were asked for", async () => {
  const { begun, ends, load } = slowly(2);
  const asked = ["a", "b", "c", "a", "d"].map(load);
  expect(begun).toEqual(["a", "b"]);
  ends[1]?.fail(new Error("silent"));
  await expect(asked[1]).rejects.toThrow("silent");
  expect(begun).toEqual(["a", "b", "c"]);
  for (const i of [0, 2]) ends[i]?.done(`end ${i}`);
  expect(await Promise.all([asked[0], asked[2], asked[3]])).toEqual(["end 0", "end 2", "end 0"]);
  ends[3]?.done("end 3");
  expect(await asked[4]).toBe("end 3");
});
