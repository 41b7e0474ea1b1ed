import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Upstream = {
  port: number;
  /** The requests received, oldest first. */
  seen: IncomingMessage[];
  close(): Promise<void>;
};

/** A server on a free port of 127.0.0.1 that responds as the test defines. */
export async function openUpstream(answer: RequestListener): Promise<Upstream> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
