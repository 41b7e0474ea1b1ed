import { createServer, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { findClient, isTrusted, type Trust } from "../client-address.ts";
import { cutOffSlowReader } from "./cut-off-slow-reader.ts";

/** Of one address that is none of our proxies: six a browser, for a crowd of 80. */
const usualMost = 512;

export type ConnectionLimits = {
  headersMs?: number;
  checkEveryMs?: number;
  /** For each megabyte of an answer, or of a piece of a file: a page at 5 kB a second. */
  readMs?: number;
  most?: number;
};

/** A server that a visitor can't occupy without asking for anything, or by asking or reading slowly. */
export function createLimitedServer(trust: Trust, limits: ConnectionLimits = {}): Server {
  const { headersMs = 10_000, checkEveryMs = 1_000, readMs = 60_000, most = usualMost } = limits;
  const server = createServer({
    headersTimeout: headersMs,
    // Long enough for a list of seats over a slow line.
    requestTimeout: 60_000,
    // Node looks for late ones every 30 s by itself.
    connectionsCheckingInterval: checkEveryMs,
    // Longer than any proxy keeps an idle connection, so that none is closed just as it is used again.
    keepAliveTimeout: 75_000,
  });
  server.maxConnections = 8_192;
  limitEachAddress(server, trust, most);
  server.on("request", (_, response: ServerResponse) => cutOffSlowReader(response, readMs));
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
