import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, askNginx, type Question } from "./ask-nginx.ts";
import { openUpstream, type Upstream } from "./open-upstream.ts";
import { findNginx, startNginx } from "./start-nginx.ts";

export type OpenNginx = {
  api: Upstream;
  site: Upstream;
  /** From an unused address unless `from` names one. */
  ask(path: string, question?: Question): Promise<Answer>;
  close(): Promise<void>;
};

/** Whether this machine has an nginx; logs once per file if not. */
export function canRunNginx(): boolean {
  const found = findNginx() !== null;
  if (!found) process.stdout.write("Not tested behind nginx: this machine has no nginx.\n");
  return found;
}

/** nginx in front of an API and a site that respond as requested: see `say`. */
export async function openNginx(): Promise<OpenNginx> {
  let answered = 0;
  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { searchParams } = new URL(request.url ?? "/", "http://upstream");
    const { cookie = "", authorization = "" } = request.headers;
    for (const [name, value] of searchParams) if (name.startsWith("say-")) response.setHeader(name.slice(4), value);
    response.statusCode = Number(searchParams.get("status") ?? 200);
    const text = `answer ${++answered} for ${cookie || authorization || "anyone"} `;
    request.resume().once("end", () => response.end(text.repeat(Number(searchParams.get("times") ?? 1))));
  }
  const api = await openUpstream(answer);
  const site = await openUpstream(answer);
  const nginx = await startNginx([api.port], [site.port]);
  let visitors = 0;
  const nextVisitor = () => `127.1.${++visitors >> 8}.${visitors & 255}`;
  return {
    api,
    site,
    ask: (path, question = {}) => askNginx(nginx.port, path, { from: question.from ?? nextVisitor(), ...question }),
    async close() {
      await nginx.stop();
      await Promise.all([api.close(), site.close()]);
    },
  };
}

/** The query that makes an upstream respond with these headers. */
export function say(headers: Record<string, string>): string {
  return new URLSearchParams(
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [`say-${name}`, value])),
  ).toString();
}
