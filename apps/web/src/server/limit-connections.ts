import type { Server } from "node:http";

/** What a visitor may take of the server without asking for anything. */
export function limitConnections(server: Server): void {
  server.maxConnections = 8_192;
  server.headersTimeout = 10_000;
  // Long enough for a list of seats over a slow line.
  server.requestTimeout = 60_000;
  // Longer than nginx keeps an idle connection, so that none is closed just as it is used again.
  server.keepAliveTimeout = 75_000;
}
