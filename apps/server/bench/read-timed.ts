import type { Agent, OutgoingHttpHeaders } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Api } from "./start-api.ts";
import { type Answer, openConnection, sendRequest, type Timed, timeRequest } from "./timed-request.ts";

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
export async function readTimed(api: Api, reading: Reading): Promise<Timed[]> {
  const { path, conditional, count, mostMs, change, perChange } = reading;
  const agent = openConnection();
  await repeat(api, path, agent, conditional);
  const answers: Timed[] = [];
  const began = performance.now();
  while (answers.length < count && performance.now() - began < mostMs) {
    const changed = performance.now();
    await change();
    await wait(afterChangeMs);
    for (let i = 0; i < perChange && answers.length < count; i++) {
      const shown = conditional ? answers.at(-1)?.etag : undefined;
      const headers = shown ? { "if-none-match": shown } : {};
      answers.push(expected(path, await timeRequest(api, agent, { path, headers })));
    }
    await wait(Math.max(0, changed + betweenChangesMs - performance.now()));
  }
  agent.destroy();
  return answers;
}

async function repeat(api: Api, path: string, agent: Agent, conditional: boolean): Promise<void> {
  const began = performance.now();
  let headers: OutgoingHttpHeaders = {};
  for (let i = 0; i < warmUp.requests && performance.now() - began < warmUp.ms; i++) {
    const { etag } = expected(path, await sendRequest(api.origin, agent, { path, headers }));
    if (conditional && etag) headers = { "if-none-match": etag };
  }
}

/** Rejects a response that is neither the expected one nor a 304. */
function expected<A extends Answer>(path: string, answer: A): A {
  if (answer.status === 200 || answer.status === 304) return answer;
  throw new Error(`${path} answered ${answer.status}`);
}
