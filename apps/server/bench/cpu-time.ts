import { readdirSync, readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";

const mostTries = 200;

/** CPU time used by a process so far, all threads, in ms; null if not on Linux. */
export function readCpuMs(pid: number): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
    );
    return nanoseconds.reduce((sum, spent) => sum + spent, 0) / 1e6;
  } catch {
    return null;
  }
}

/** The same once the process is idle: until then Linux may not have accounted for running threads. */
export async function readCpuAtRest(pid: number): Promise<number | null> {
  for (let last = readCpuMs(pid), tries = 0; ; tries++) {
    await nextTurn();
    const now = readCpuMs(pid);
    if (now === null || (now === last && isAsleep(pid)) || tries === mostTries) return now;
    last = now;
  }
}

function isAsleep(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The program's name is in parentheses and may contain spaces.
  return stat.slice(stat.lastIndexOf(")") + 2).startsWith("S");
}
