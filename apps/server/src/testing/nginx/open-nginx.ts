import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, askGateway, type Question } from "./ask-nginx.ts";
import { openUpstream, type Upstream } from "./open-upstream.ts";
import { findNginx, startGateway } from "./start-nginx.ts";

export type OpenGateway = {
  api: Upstream;
  site: Upstream;
  /** As somebody who never asked before, unless told who. */
  ask(path: string, question?: Question): Promise<Answer>;
  close(): Promise<void>;
};

/** Whether this machine has what the gateway runs on; says once a file where it has not. */
export function canRunGateway(): boolean {
  const found = findNginx() !== null;
  if (!found) process.stdout.write("Not tested behind the gateway: this machine has no nginx.\n");
  return found;
}

/** The gateway before an API and a site that answer what they are asked to: see `say`. */
export async function openGateway(): Promise<OpenGateway> {
  let answered = 0;
  function answer(asked: IncomingMessage, response: ServerResponse): void {
    const { searchParams } = new URL(asked.url ?? "/", "http://upstream");
    const { cookie = "", authorization = "" } = asked.headers;
    for (const [name, value] of searchParams) if (name.startsWith("say-")) response.setHeader(name.slice(4), value);
    response.statusCode = Number(searchParams.get("status") ?? 200);
    const text = `answer ${++answered} for ${cookie || authorization || "anyone"} `;
    asked.resume().once("end", () => response.end(text.repeat(Number(searchParams.get("times") ?? 1))));
  }
  const api = await openUpstream(answer);
  const site = await openUpstream(answer);
  const gateway = await startGateway([api.port], [site.port]);
  let visitors = 0;
  const nextVisitor = () => `127.1.${++visitors >> 8}.${visitors & 255}`;
  return {
    api,
    site,
    ask: (path, question = {}) => askGateway(gateway.port, path, { from: question.from ?? nextVisitor(), ...question }),
    async close() {
      await gateway.stop();
      await Promise.all([api.close(), site.close()]);
    },
  };
}

/** The query that makes an upstream answer with these headers. */
export function say(headers: Record<string, string>): string {
  return new URLSearchParams(
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [`say-${name}`, value])),
  ).toString();
}
