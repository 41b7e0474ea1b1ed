import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { readCpuAtRest, readCpuMs } from "./cpu-time.ts";

/** A response: its status, tag and bytes, its duration and the CPU time of the API process. */
export type Timed = { status: number; etag: string; bytes: number; ms: number; cpuMs: number };

export type HttpRequest = {
  path: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
  /** Gets the answer's text. */
  take?: (text: string) => void;
};

export type Answer = Pick<Timed, "status" | "etag" | "bytes">;

/** One connection, over which requests follow each other. */
export const openConnection = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });

/** One request to an API that otherwise runs only its background loops. */
export async function timeRequest(
  api: { origin: string; pid: number },
  agent: Agent,
  asked: HttpRequest,
): Promise<Timed> {
  const before = readCpuMs(api.pid) ?? Number.NaN;
  const began = performance.now();
  const answer = await sendRequest(api.origin, agent, asked);
  const ms = performance.now() - began;
  return { ...answer, ms, cpuMs: ((await readCpuAtRest(api.pid)) ?? Number.NaN) - before };
}

export function sendRequest(
  origin: string,
  agent: Agent,
  { path, method, headers, body, take }: HttpRequest,
): Promise<Answer> {
  const sent = body === undefined ? {} : { "content-type": "application/json", "content-length": body.length };
  return new Promise((done, fail) => {
    const asking = request(`${origin}${path}`, { agent, method, headers: { ...headers, ...sent } }, (answer) => {
      let bytes = 0;
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => {
        bytes += part.length;
        if (take) parts.push(part);
      });
      answer.once("error", fail);
      answer.once("end", () => {
        take?.(Buffer.concat(parts).toString());
        done({ status: answer.statusCode ?? 0, etag: String(answer.headers.etag ?? ""), bytes });
        // Its body is not taken any more.
        if (!asking.writableFinished) asking.destroy();
      });
    });
    asking.on("error", fail);
    asking.end(body);
  });
}
