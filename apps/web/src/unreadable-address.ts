import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Leads to no page, so that it is answered like every address that is not found. */
const nowhere = "/nowhere";

/**
 * Next answers 500 to a page's address that no UTF-8 text has, such as `/events/%E0%A4%A`. It is replaced before Next sees
 * it, since Next fails before it runs anything of ours.
 */
export function replaceUnreadableAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = toReadableAddress(request.url ?? "/");
  });
}

export function toReadableAddress(address: string): string {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return address;
  } catch {
    return nowhere;
  }
}
