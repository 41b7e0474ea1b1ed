import { expect, test } from "vitest";
import { groupCommit, type Pending } from "./group-commit.ts";

type Job = Pending & { name: string };

const allTurns = () => new Promise((resume) => setImmediate(resume));

function gates() {
  const open: (() => void)[] = [];
  return { open, wait: () => new Promise<void>((resolve) => open.push(resolve)) };
}

test("requests made during a commit go together into the next one, in order", async () => {
  const { open, wait } = gates();
  const batches: string[][] = [];
  const { submit, idle } = groupCommit<Job>(async (jobs) => {
    batches.push(jobs.map(({ name }) => name));
    await wait();
  });
  for (const name of ["first", "second", "third"]) submit({ name, refuse: () => {} });
  expect(batches).toEqual([["first"]]);
  open.shift()?.();
  await allTurns();
  expect(batches).toEqual([["first"], ["second", "third"]]);
  open.shift()?.();
  await idle();
  submit({ name: "fourth", refuse: () => {} });
  expect(batches.at(-1)).toEqual(["fourth"]);
});

test("a commit that throws rejects its own requests and no others", async () => {
  const told: string[] = [];
  const { submit, idle } = groupCommit<Job>(async (jobs) => {
    if (told.length === 0) throw new Error("disk full");
    for (const { name } of jobs) told.push(`${name} kept`);
  });
  const job = (name: string): Job => ({ name, refuse: (error) => told.push(`${name}: ${(error as Error).message}`) });
  submit(job("first"));
  submit(job("second"));
  await idle();
  expect(told).toEqual(["first: disk full", "second kept"]);
  await idle();
});
