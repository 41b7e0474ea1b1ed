import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";

/** Scripts that run beside pages, by the address at which they are asked for: a service worker's scope is its own folder. */
const files: ReadonlyMap<string, string> = new Map([
  ["/door/worker.js", "door-worker.js"],
  ["/door/reader.js", "code-reader.js"],
  ["/ticket-worker.js", "ticket-worker.js"],
]);

/** The name of a script's file beside the site's server; null for every other address. */
export const findScriptFile = (pathname: string): string | null => files.get(pathname) ?? null;

/** Such a script has a policy of its own, and asks the site alone. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Asked anew each time, as a service worker is: there is one name for all versions. */
export async function sendScriptFile(response: ServerResponse, name: string): Promise<void> {
  const script = await readFile(new URL(name, import.meta.url));
  response.writeHead(200, {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": policy,
  });
  response.end(script);
}
