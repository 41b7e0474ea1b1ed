import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Adds the connection's address to X-Forwarded-For, as every proxy does, before Next sees the request: Next itself keeps
 * what the visitor sent, and shows the connection to no page.
 */
export function appendForwardedFor(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const { remoteAddress } = request.socket;
    const sent = request.headers["x-forwarded-for"];
    if (remoteAddress) request.headers["x-forwarded-for"] = sent ? `${sent}, ${remoteAddress}` : remoteAddress;
  });
}
