import { createReadStream } from "node:fs";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";

/**
 * Scripts with an address of their own, which no build may change: browsers ask a service worker's for its next version. They stand
 * beside the site's program, where scripts/lib/bundle-site.mjs puts both.
 */
const files: ReadonlyMap<string, string> = new Map([["/ticket-worker.js", "ticket-worker.js"]]);

/** The file with this address; undefined for all others. */
export const findScriptFile = (pathname: string): string | undefined => files.get(pathname);

/** Sends it with a policy of its own: it may ask this site, and no other. */
export async function sendScriptFile(response: ServerResponse, file: string): Promise<void> {
  response.writeHead(200, {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": "default-src 'none'; connect-src 'self'",
  });
  await pipeline(createReadStream(new URL(file, import.meta.url)), response);
}
