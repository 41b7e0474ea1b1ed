import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createSite } from "./create-site";
import type { Handle } from "./pages/render-page";

type Question = { path: string; headers?: Record<string, string>; method?: string };

/** The site in front of a renderer that shows all that it was asked with. */
export async function openSite(answer?: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: IncomingMessage[] = [];
  const next: Handle = async (request, response) => {
    seen.push(request);
    await new Promise((done) => setImmediate(done));
    if (answer) {
      answer(request, response);
      return void (response.writableEnded || (await once(response, "close")));
    }
    const [, nonce] = /'nonce-([^']+)'/.exec(String(request.headers["content-security-policy"])) ?? [];
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("vary", "rsc");
    const script = `<script nonce="${nonce}">start()</script><script>injected()</script>`;
    response.end(`${script}${request.url} ${JSON.stringify(request.headers)}`);
  };
  const server = createServer(createSite(next));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const ask = async ({ path, headers, method }: Question) => {
    const outgoing = send({ host: "127.0.0.1", port, path, headers, method, agent: false }).end();
    const [response] = (await once(outgoing, "response")) as [IncomingMessage];
    let text = "";
    for await (const part of response.setEncoding("utf8")) text += part;
    return { status: response.statusCode, headers: response.headers, text };
  };
  return { ask, seen, port, server };
}

/** Two visitors, with all that must not get into a page for everyone. */
export const [alice, bob] = [
  { cookie: "evently_session=alice", "x-forwarded-for": "192.0.2.1", "user-agent": "one", host: "evil.example" },
  { cookie: "evently_session=bob", "x-forwarded-for": "192.0.2.2", authorization: "Bearer b" },
];
