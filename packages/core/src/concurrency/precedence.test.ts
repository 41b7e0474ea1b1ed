import { expect, it } from "vitest";
import { createPrecedence } from "./precedence.ts";

const allTurns = () => new Promise((resume) => setImmediate(resume));

/** Work of both kinds that ends when the test says so. */
function start(most: number, mostPassing: number) {
  const { first, later } = createPrecedence({ most, mostPassing });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    started.push(name);
    return new Promise<void>((done) => ends.set(name, done));
  };
  return {
    started,
    first: (name: string) => void first(work(name)),
    later: (name: string) => void later(work(name)),
    async end(name: string) {
      ends.get(name)?.();
      await allTurns();
      await allTurns();
    },
  };
}

it("begins what comes later while nothing goes first, as much at once as allowed, in order", async () => {
  const { started, later, end } = start(2, 9);
  for (const name of ["a", "b", "c", "d"]) later(name);
  await allTurns();
  expect(started).toEqual(["a", "b"]);
  await end("b");
  expect(started).toEqual(["a", "b", "c"]);
  await end("a");
  expect(started).toEqual(["a", "b", "c", "d"]);
});

it("lets what goes first begin at once, and waits until none of it is under way", async () => {
  const { started, first, later, end } = start(1, 9);
  for (const name of ["sale", "another"]) first(name);
  later("bulk");
  await allTurns();
  expect(started).toEqual(["sale", "another"]);
  await end("sale");
  first("third");
  await end("another");
  expect(started).toEqual(["sale", "another", "third"]);
  await end("third");
  expect(started).toEqual(["sale", "another", "third", "bulk"]);
});

it("waits for what follows at once from an answer", async () => {
  const { first, later } = createPrecedence({ most: 1, mostPassing: 9 });
  const order: string[] = [];
  const run = (name: string) => async () => void order.push(name);
  const reading = first(run("read")).then(() => first(run("write")));
  await Promise.all([reading, later(run("bulk"))]);
  expect(order).toEqual(["read", "write", "bulk"]);
});

it("begins one beside the others after so many have passed", async () => {
  const { started, first, later, end } = start(2, 3);
  for (const name of ["1", "2", "3", "4", "5", "6", "7"]) first(name);
  for (const name of ["a", "b"]) later(name);
  for (const name of ["1", "2"]) await end(name);
  expect(started).not.toContain("a");
  await end("3");
  expect(started).toContain("a");
  await end("a");
  for (const name of ["4", "5"]) await end(name);
  expect(started).not.toContain("b");
  await end("6");
  expect(started).toContain("b");
});

it("goes on after a failure of either kind", async () => {
  const { first, later } = createPrecedence({ most: 1, mostPassing: 9 });
  const fail = () => Promise.reject(new Error("failed"));
  const ended = await Promise.allSettled([first(fail), later(fail), later(async () => "last")]);
  expect(ended.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});
