import { Agent, get, type OutgoingHttpHeaders } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { readCpuAtRest, readCpuMs } from "./cpu-time.ts";
import type { Api } from "./start-api.ts";

/** A response: its status, tag and bytes, its duration and the CPU time of the API process. */
export type Timed = { status: number; etag: string; bytes: number; ms: number; cpuMs: number };

export type Reading = {
  path: string;
  /** Sends the ETag of the previous response, as polling clients do. */
  conditional: boolean;
  /** Number of requests, fewer if they take longer than `mostMs` in total. */
  count: number;
  mostMs: number;
  /** Changes what is read: at most once a second, followed by this many requests. */
  change(): Promise<void>;
  perChange: number;
};

/** How long a change may still be stored and counted before the next read, so that its own cost is excluded. */
const afterChangeMs = 150;
const betweenChangesMs = 1_000;
/** Requests of the same kind that are not measured, so that their code is compiled: as many, or for as long. */
const warmUp = { requests: 4_000, ms: 10_000 };

/** Sends sequential requests to an API that otherwise runs only its background loops. */
export async function readTimed({ origin, pid }: Api, reading: Reading): Promise<Timed[]> {
  const { path, conditional, count, mostMs, change, perChange } = reading;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await repeat(`${origin}${path}`, agent, conditional);
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

async function repeat(url: string, agent: Agent, conditional: boolean): Promise<void> {
  const began = performance.now();
  let headers: OutgoingHttpHeaders = {};
  for (let i = 0; i < warmUp.requests && performance.now() - began < warmUp.ms; i++) {
    const { etag } = await ask(url, agent, headers);
    if (conditional && etag) headers = { "if-none-match": etag };
  }
}

async function timeOne(url: string, pid: number, agent: Agent, headers: OutgoingHttpHeaders): Promise<Timed> {
  const before = readCpuMs(pid) ?? Number.NaN;
  const asked = performance.now();
  const answer = await ask(url, agent, headers);
  const ms = performance.now() - asked;
  return { ...answer, ms, cpuMs: ((await readCpuAtRest(pid)) ?? Number.NaN) - before };
}

type Answer = Pick<Timed, "status" | "etag" | "bytes">;

/** Rejects a response that is neither the expected one nor a 304. */
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
