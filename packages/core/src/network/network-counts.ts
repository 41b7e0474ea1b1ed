import { LRUCache } from "lru-cache";
import { EventlyError } from "../errors.ts";
import type { Clock } from "../time.ts";
import { keysOf, type Network } from "./network.ts";

/** How often something came from each network lately, as far as this process knows. */
export type NetworkCounts = {
  /** In how many seconds the network may have another one; 0 if it may now. */
  waitFor(network: Network): number;
  /** Throws NETWORK_LIMIT if the network has had as many as it may. */
  check(network: Network): void;
  count(network: Network): void;
};

/** The networks that were counted longest ago are forgotten, so that no number of addresses exhausts the memory. */
const maxNetworks = 20_000;

/** At most `most` of a near network in any `seconds`, ten times as many of a wide one. */
export function createNetworkCounts(clock: Clock, { most, seconds }: { most: number; seconds: number }): NetworkCounts {
  const moments = new LRUCache<string, number[]>({ max: maxNetworks });
  const recent = (key: string) => (moments.get(key) ?? []).filter((moment) => moment > clock() - seconds);

  function waitFor(network: Network): number {
    const now = clock();
    const waits = keysOf(network).map(({ key, factor }) => {
      const first = recent(key).at(-most * factor);
      return first === undefined ? 0 : Math.max(1, Math.ceil(first + seconds - now));
    });
    return Math.max(...waits);
  }

  return {
    waitFor,
    check(network) {
      const retry_after = waitFor(network);
      if (retry_after > 0) throw new EventlyError("NETWORK_LIMIT", { retry_after });
    },
    count(network) {
      for (const { key, factor } of keysOf(network)) moments.set(key, [...recent(key), clock()].slice(-most * factor));
    },
  };
}
