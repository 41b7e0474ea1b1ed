import { createHash, randomBytes } from "node:crypto";

export type Viewers = {
  /** Records that a client requested a map. */
  see(client: string): void;
  /** The number of clients that requested a map within the last `window` seconds. */
  count(): number;
};

const maxClients = 100_000;

/**
 * Clients that poll a seat map, as an open page does every second. A client is kept for seconds only, as a digest with
 * a salt that never leaves this process, so no address can be recovered.
 */
export function countViewers(window = 5, now: () => number = () => performance.now() / 1000): Viewers {
  const salt = randomBytes(16);
  const seen = new Map<string, number>();

  /** Ordered by last request: a client seen again moves to the end. */
  function forget(): void {
    const since = now() - window;
    for (const [client, at] of seen) {
      if (at > since && seen.size <= maxClients) break;
      seen.delete(client);
    }
  }

  return {
    see(client) {
      const digest = createHash("sha256").update(salt).update(client).digest("base64").slice(0, 16);
      seen.delete(digest);
      seen.set(digest, now());
      forget();
    },
    count() {
      forget();
      return seen.size;
    },
  };
}
