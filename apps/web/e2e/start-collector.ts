import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { keepOutput } from "./output";
import type { Program } from "./start-program";

/** Takes the traces of the APIs, as a collector of OpenTelemetry would, and keeps them. */
export async function startCollector(): Promise<Pick<Program, "url" | "stop">> {
  const server = createServer((request, response) => {
    void text(request).then((traces) => {
      keepOutput("Traces", `${traces}\n`);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
