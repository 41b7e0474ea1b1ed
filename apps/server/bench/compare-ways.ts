import { setTimeout as wait } from "node:timers/promises";
import { readCpuMs } from "./cpu-time.ts";
import { type Driven, drive } from "./drive.ts";
import { say } from "./report.ts";

/** Number of measured rounds. */
export const roundCount = 5;
const afterAnswersMs = 100;

export type Load = { concurrency: number; count: number };

export type Way = {
  name: string;
  /** The process whose CPU time is measured. */
  pid?: number;
  /** Prepares for this much work; not measured. */
  prepare?(load: Load): Promise<void>;
  run(worker: number): Promise<void>;
};

/** The same task done in different ways under the same load. */
export type Contest = { name: string; load: Load; ways: Way[] };

export type Round = Driven & { contest: string; concurrency: number; way: string; cpuMs: number | null };

/**
 * One warm-up round, then the measured ones; each round runs every contest and its ways in turn, starting with a
 * different way each time.
 */
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
  // Writes after a response belong to it and must not delay the next one.
  await wait(afterAnswersMs);
  const after = readCpu(way);
  return { ...driven, cpuMs: before === null || after === null ? null : (after - before) / load.count };
}

const readCpu = ({ pid }: Way): number | null => (pid === undefined ? null : readCpuMs(pid));
