import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { findClient, isTrusted, type Trust } from "@evently/api/client-address";

/** Of one address that is none of our proxies: six a browser, for a crowd of 80. */
const usualMost = 512;

type Limits = { headersMs?: number; checkEveryMs?: number; most?: number };

/** A server that a visitor can't occupy without asking for anything, or by asking slowly. */
export function createLimitedServer(trust: Trust, limits: Limits = {}): Server {
  const { headersMs = 10_000, checkEveryMs = 1_000, most = usualMost } = limits;
  const server = createServer({
    headersTimeout: headersMs,
    // Long enough for a list of seats over a slow line.
    requestTimeout: 60_000,
    // Node looks for late ones every 30 s by itself.
    connectionsCheckingInterval: checkEveryMs,
    // Longer than nginx keeps an idle connection, so that none is closed just as it is used again.
    keepAliveTimeout: 75_000,
  });
  server.maxConnections = 8_192;
  limitEachAddress(server, trust, most);
  return server;
}

function limitEachAddress(server: Server, trust: Trust, most: number): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = findClient(socket.remoteAddress, undefined, trust);
    // A proxy of ours comes for many.
    if (address === null || isTrusted(socket.remoteAddress, trust)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
