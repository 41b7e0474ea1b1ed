// Runs beside a set of processes and is told the group of each on its input. That ends when whoever started them is gone,
// even by SIGKILL: then it ends those that are left, the last started first.
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

const timeoutMs = 10_000;
const groups = [];
for await (const line of createInterface({ input: process.stdin })) groups.unshift(Number(line));
for (const group of groups) await end(group);

async function end(group) {
  const deadline = Date.now() + timeoutMs;
  let there = signal(group, "SIGTERM");
  while (there && Date.now() < deadline) {
    await wait(50);
    there = signal(group, 0);
  }
  if (there) signal(group, "SIGKILL");
}

/** Tells whether there was somebody to be told. */
function signal(group, name) {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}
