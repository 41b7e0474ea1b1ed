import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, askNginx, type Question } from "./ask-nginx.ts";
import { openUpstream, type Upstream } from "./open-upstream.ts";
import { findNginx, type NginxOptions, startNginx } from "./start-nginx.ts";

export type OpenNginx = {
  api: Upstream;
  /** Pages and files whose address reaches the site without its query respond as the last `say` demands. */
  site: Upstream & { say(headers: Record<string, string>, status?: number): void };
  /** From an unused address unless `from` names one. */
  ask(path: string, question?: Question): Promise<Answer>;
  /** As the outer server asks the inner one for this visitor. */
  askInner(path: string, visitor: string): Promise<Answer>;
  close(): Promise<void>;
};

/** Whether this machine has an nginx; logs once per file if not. */
export function canRunNginx(): boolean {
  const found = findNginx() !== null;
  if (!found) process.stdout.write("Not tested behind nginx: this machine has no nginx.\n");
  return found;
}

/** nginx in front of an API and a site that respond as requested: see `say`. */
export async function openNginx(options: NginxOptions = {}): Promise<OpenNginx> {
  let answered = 0;
  let always: { headers?: Record<string, string>; status?: number } = {};
  function answerPage(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(always.headers ?? {})) response.setHeader(name, value);
    answer(request, response, always.status);
  }
  function answer(request: IncomingMessage, response: ServerResponse, status = 200): void {
    const { searchParams } = new URL(request.url ?? "/", "http://upstream");
    const { cookie = "", authorization = "" } = request.headers;
    for (const [name, value] of searchParams) if (name.startsWith("say-")) response.setHeader(name.slice(4), value);
    response.statusCode = Number(searchParams.get("status") ?? status);
    const text = `answer ${++answered} for ${cookie || authorization || "anyone"} `;
    request.resume().once("end", () => response.end(text.repeat(Number(searchParams.get("times") ?? 1))));
  }
  const api = await openUpstream((request, response) => answer(request, response));
  const site = await openUpstream(answerPage);
  const nginx = await startNginx([api.port], [site.port], options);
  let visitors = 0;
  const nextVisitor = () => `127.1.${++visitors >> 8}.${visitors & 255}`;
  return {
    api,
    site: {
      ...site,
      say: (headers, status = 200) => {
        always = { headers, status };
      },
    },
    ask: (path, question = {}) => askNginx(nginx.port, path, { from: question.from ?? nextVisitor(), ...question }),
    askInner: (path, visitor) => askNginx(nginx.inner, path, { headers: { "x-forwarded-for": visitor } }),
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
