import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Adds the address that a connection comes from to X-Forwarded-For, as every proxy does, before Next sees the request:
 * Next itself leaves standing what a visitor claims there, and shows no page the connection.
 */
export function appendForwardedFor(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const { remoteAddress } = request.socket;
    const claimed = request.headers["x-forwarded-for"];
    if (remoteAddress) request.headers["x-forwarded-for"] = claimed ? `${claimed}, ${remoteAddress}` : remoteAddress;
  });
}
