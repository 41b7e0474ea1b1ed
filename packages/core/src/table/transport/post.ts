import { Agent, type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps, Agent as SecureAgent } from "node:https";
import type { Socket } from "node:net";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Sends one request once and reads the whole answer, whatever its status. Rejects if the answer is incomplete. */
export type Post = (headers: Record<string, string>, body: string) => Promise<Answer>;

export type CreatePost = {
  url: URL;
  /** Most requests at a time. */
  inFlight: number;
  connectMs: number;
  /** The longest wait for the first part of an answer, and for each part after it. */
  answerMs: number;
  agent?: Agent;
};

/** The path of every request; ends in a slash, as the SDK's does. */
export function toPath({ pathname }: URL): string {
  return pathname.endsWith("/") ? pathname : `${pathname}/`;
}

const broken = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** POSTs to one address over kept-alive connections. */
export function createPost({ url, inFlight, connectMs, answerMs, agent: given }: CreatePost): {
  post: Post;
  close(): void;
} {
  const secure = url.protocol === "https:";
  const request = secure ? requestHttps : requestHttp;
  const agent = given ?? new (secure ? SecureAgent : Agent)({ keepAlive: true, maxSockets: inFlight });
  const address = {
    agent,
    method: "POST",
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port || undefined,
    path: toPath(url),
  };
  const post: Post = (headers, body) =>
    new Promise((resolve, reject) => {
      const sent = request({ ...address, headers: Object.entries(headers).flat() });
      const timer = setTimeout(() => sent.destroy(timeout(`no answer within ${answerMs} ms`)), answerMs);
      const end = (settle: () => void) => {
        clearTimeout(timer);
        settle();
      };
      const fail = (error: NodeJS.ErrnoException) => end(() => reject(nameTimeout(error)));
      sent.on("error", fail);
      sent.on("socket", (socket: Socket) => limitConnecting(socket, connectMs, (error) => sent.destroy(error)));
      sent.on("response", (response) => {
        const chunks: Buffer[] = [];
        timer.refresh();
        response.on("data", (chunk: Buffer) => {
          timer.refresh();
          chunks.push(chunk);
        });
        response.on("error", fail);
        response.on("end", () => {
          const [first = Buffer.alloc(0)] = chunks;
          const whole = chunks.length > 1 ? Buffer.concat(chunks) : first;
          end(() => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole }));
        });
      });
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}

function limitConnecting(socket: Socket, connectMs: number, give: (error: Error) => void): void {
  if (!socket.connecting) return;
  const timer = setTimeout(() => give(timeout(`no connection within ${connectMs} ms`)), connectMs);
  const stop = () => clearTimeout(timer);
  socket.once("connect", stop);
  socket.once("close", stop);
}

/** The SDK gives the error of a broken connection this name. */
function nameTimeout(error: NodeJS.ErrnoException): Error {
  return broken.has(error.code ?? "") ? Object.assign(error, { name: "TimeoutError" }) : error;
}

function timeout(message: string): Error {
  return Object.assign(new Error(message), { code: "ETIMEDOUT" });
}
