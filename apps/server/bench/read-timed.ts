import { Agent, get, type OutgoingHttpHeaders } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { readCpuAtRest, readCpuMs } from "./cpu-time.ts";
import type { Api } from "./start-api.ts";

/** One answer: its status, its tag, its bytes, how long it took and what the API process spent on it. */
export type Timed = { status: number; etag: string; bytes: number; ms: number; cpuMs: number };

export type Reading = {
  path: string;
  /** Shows the tag of the answer before, as whoever polls does. */
  conditional: boolean;
  /** So many requests, fewer where they take longer than `mostMs` together. */
  count: number;
  mostMs: number;
  /** Changes what is read: at most once a second, and so many requests come after it. */
  change(): Promise<void>;
  perChange: number;
};

/** So long a change may go on being stored and counted before it is read, so that its own cost is not counted there. */
const afterChangeMs = 150;
const betweenChangesMs = 1_000;

/** Reads one request after the other from an API that does nothing else but its own loops meanwhile. */
export async function readTimed({ origin, pid }: Api, reading: Reading): Promise<Timed[]> {
  const { path, conditional, count, mostMs, change, perChange } = reading;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: Timed[] = [];
  const began = performance.now();
  while (answers.length < count && performance.now() - began < mostMs) {
    const changed = performance.now();
    await change();
    await wait(afterChangeMs);
    for (let i = 0; i < perChange && answers.length < count; i++) {
      const shown = conditional ? answers.at(-1)?.etag : undefined;
      answers.push(await timeOne(`${origin}${path}`, pid, agent, shown ? { "if-none-match": shown } : {}));
    }
    await wait(Math.max(0, changed + betweenChangesMs - performance.now()));
  }
  agent.destroy();
  return answers;
}

async function timeOne(url: string, pid: number, agent: Agent, headers: OutgoingHttpHeaders): Promise<Timed> {
  const before = readCpuMs(pid) ?? Number.NaN;
  const asked = performance.now();
  const answer = await ask(url, agent, headers);
  const ms = performance.now() - asked;
  return { ...answer, ms, cpuMs: ((await readCpuAtRest(pid)) ?? Number.NaN) - before };
}

type Answer = Pick<Timed, "status" | "etag" | "bytes">;

/** Rejects where what was answered is neither what was asked for nor that it is unchanged. */
function ask(url: string, agent: Agent, headers: OutgoingHttpHeaders): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = get(url, { agent, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      let bytes = 0;
      answer.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      answer.once("error", fail);
      answer.once("end", () => {
        if (status === 200 || status === 304) done({ status, etag: String(answer.headers.etag ?? ""), bytes });
        else fail(new Error(`${url} answered ${status}`));
      });
    });
    request.once("error", fail);
  });
}
