import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to a request: it is forwarded, forwarded without returning the response, or never forwarded. */
export type Weather = "fair" | "answer lost" | "silence";

export type Wire = {
  endpoint: string;
  /** For the next requests, in order; `fair` afterwards. */
  forecast(...weather: Weather[]): void;
  requests(): number;
  close(): Promise<void>;
};

/**
 * A proxy between a client and the engine. Every request gets a new token, so that the engine never recognizes a retry:
 * like an engine that was restarted, or after ten minutes.
 */
export async function openWire(engine: string): Promise<Wire> {
  let coming: Weather[] = [];
  let seen = 0;
  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    seen++;
    const weather = coming.shift() ?? "fair";
    if (weather === "silence") return;
    const answer = await handOn(engine, request);
    if (weather === "answer lost") request.socket.destroy();
    else await reply(response, answer);
  }
  const server = createServer((request, response) => void carry(request, response).catch(() => response.destroy()));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    forecast(...weather) {
      coming = weather;
      seen = 0;
    },
    requests: () => seen,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function handOn(engine: string, request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Record<string, unknown>;
  if ("ClientRequestToken" in body) body.ClientRequestToken = randomUUID();
  const kept = ["content-type", "x-amz-target", "x-amz-date", "authorization"];
  const headers = kept.map((name): [string, string] => [name, String(request.headers[name] ?? "")]);
  return fetch(engine, { method: "POST", headers, body: JSON.stringify(body) });
}

async function reply(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const checksum = answer.headers.get("x-amz-crc32");
  response.writeHead(answer.status, {
    "content-type": answer.headers.get("content-type") ?? "application/x-amz-json-1.0",
    "content-length": body.length,
    ...(checksum ? { "x-amz-crc32": checksum } : {}),
  });
  response.end(body);
}
