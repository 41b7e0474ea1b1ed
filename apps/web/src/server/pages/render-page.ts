import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";

export type RenderedPage = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Longer than a page waits for the API. */
const limitMs = 15_000;

/** What `handle` answers to GET `path` with nothing but these headers, once it is complete. */
export function renderPage(handle: Handle, path: string, headers: Record<string, string>): Promise<RenderedPage> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: "GET", url: path, httpVersion: "1.1", httpVersionMajor: 1, httpVersionMinor: 1 });
  Object.assign(request.headers, headers);
  request.push(null);
  const response = new CollectedResponse(request);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      response.emit("close");
      reject(new Error(`${path} was not rendered within ${limitMs} ms`));
    }, limitMs);
    response.once("finish", () => {
      clearTimeout(timer);
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: response.body() });
    });
    handle(request, response).catch((error: unknown) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

/** Keeps in memory what is written, and has no connection. */
class CollectedResponse extends ServerResponse {
  readonly #parts: Buffer[] = [];

  body(): Buffer {
    return Buffer.concat(this.#parts);
  }

  override writeHead(status: number, ...args: unknown[]): this {
    this.statusCode = status;
    const headers = args.find((value) => typeof value === "object") as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {
    // They are read once all is written.
  }

  override write(part: string | Uint8Array, ...args: unknown[]): boolean {
    this.#parts.push(Buffer.from(part as string));
    callLast(args);
    return true;
  }

  override end(...args: unknown[]): this {
    const [part] = args;
    if (typeof part === "string" || part instanceof Uint8Array) this.#parts.push(Buffer.from(part as string));
    this.finished = true;
    queueMicrotask(() => {
      this.emit("finish");
      this.emit("close");
    });
    callLast(args);
    return this;
  }
}

function callLast(args: unknown[]): void {
  const last = args.at(-1);
  if (typeof last === "function") queueMicrotask(() => last());
}
