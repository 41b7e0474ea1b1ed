import type { IncomingMessage } from "node:http";

/**
 * Adds the connection's address to X-Forwarded-For, as every proxy does: Next itself keeps what the visitor sent, and shows
 * the connection to no page.
 */
export function appendForwardedFor({ headers, socket: { remoteAddress } }: IncomingMessage): void {
  const sent = headers["x-forwarded-for"];
  if (remoteAddress) headers["x-forwarded-for"] = sent ? `${sent}, ${remoteAddress}` : remoteAddress;
  // Who hung up has no address any more, and would be whom they claim to be.
  else delete headers["x-forwarded-for"];
}
