import { setTimeout as wait } from "node:timers/promises";
import { readCpuMs } from "./cpu-time.ts";
import { type Driven, drive } from "./drive.ts";
import { say } from "./report.ts";

/** How many rounds are measured. */
export const roundCount = 5;
const afterAnswersMs = 100;

export type Load = { concurrency: number; count: number };

export type Way = {
  name: string;
  /** The process whose processor time is counted. */
  pid?: number;
  /** Gets ready for so much work; is not measured. */
  prepare?(load: Load): Promise<void>;
  run(worker: number): Promise<void>;
};

/** What is done in different ways, all of them under the same load. */
export type Contest = { name: string; load: Load; ways: Way[] };

export type Round = Driven & { contest: string; concurrency: number; way: string; cpuMs: number | null };

/** One round to warm up, then those that are measured; in each every contest, its ways in turn, and each of them first in another round. */
export async function compareWays(contests: Contest[]): Promise<Round[]> {
  const measured: Round[] = [];
  for (let turn = 0; turn <= roundCount; turn++) {
    say(turn === 0 ? "warming up" : `round ${turn} of ${roundCount}`);
    for (const { name, load, ways } of contests) {
      const first = turn % ways.length;
      for (const way of [...ways.slice(first), ...ways.slice(0, first)]) {
        const { concurrency } = load;
        const round = { contest: name, concurrency, way: way.name, ...(await measure(way, load)) };
        if (turn > 0) measured.push(round);
      }
    }
  }
  return measured;
}

async function measure(way: Way, load: Load): Promise<Driven & { cpuMs: number | null }> {
  await way.prepare?.(load);
  const before = readCpu(way);
  const driven = await drive(load.count, load.concurrency, way.run);
  // What is written after an answer belongs to it, and must not be in the way of whoever comes next.
  await wait(afterAnswersMs);
  const after = readCpu(way);
  return { ...driven, cpuMs: before === null || after === null ? null : (after - before) / load.count };
}

const readCpu = ({ pid }: Way): number | null => (pid === undefined ? null : readCpuMs(pid));
