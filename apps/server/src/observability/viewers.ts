import { createHash, randomBytes } from "node:crypto";

export type Viewers = {
  /** A client asked for a map just now. */
  see(client: string): void;
  /** How many clients asked in the last `window` seconds. */
  count(): number;
};

const maxClients = 100_000;

/**
 * Clients that ask for a map again and again, as an open page does each second. A client is kept for seconds only, as a
 * digest with a salt that never leaves this process, so no address can be read out of it.
 */
export function countViewers(window = 5, now: () => number = () => performance.now() / 1000): Viewers {
  const salt = randomBytes(16);
  const seen = new Map<string, number>();

  /** The oldest come first, since a client that is seen again moves to the end. */
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
