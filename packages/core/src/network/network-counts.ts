import { LRUCache } from "lru-cache";
import { EventlyError } from "../errors.ts";
import type { Clock } from "../time.ts";
import { keysOf, type Network } from "./network.ts";

/** How often something came from each network lately, as far as this process knows. */
export type NetworkCounts = {
  /** In how many seconds the network may have another one; 0 if it may now. */
  waitFor(network: Network): number;
  count(network: Network): void;
  /**
   * Counts one that is under way, until the returned function is called. Throws NETWORK_LIMIT if the network has had as
   * many as it may, together with those under way.
   */
  begin(network: Network): () => void;
};

/** The networks that were counted longest ago are forgotten, so that no number of addresses exhausts the memory. */
const maxNetworks = 20_000;

/** At most `most` of a near network in any `seconds`, ten times as many of a wide one. */
export function createNetworkCounts(clock: Clock, { most, seconds }: { most: number; seconds: number }): NetworkCounts {
  const moments = new LRUCache<string, number[]>({ max: maxNetworks });
  const underWay = new Map<string, number>();
  const recent = (key: string) => (moments.get(key) ?? []).filter((moment) => moment > clock() - seconds);

  function waitFor(network: Network): number {
    const now = clock();
    const waits = keysOf(network).map(({ key, factor }) => {
      const running = underWay.get(key) ?? 0;
      const allowed = most * factor - running;
      if (allowed <= 0) return 1;
      const first = recent(key).at(-allowed);
      return first === undefined ? 0 : Math.max(1, Math.ceil(first + seconds - now));
    });
    return Math.max(...waits);
  }

  function addUnderWay(network: Network, change: 1 | -1): void {
    for (const { key } of keysOf(network)) {
      const running = (underWay.get(key) ?? 0) + change;
      if (running === 0) underWay.delete(key);
      else underWay.set(key, running);
    }
  }

  return {
    waitFor,
    count(network) {
      for (const { key, factor } of keysOf(network)) moments.set(key, [...recent(key), clock()].slice(-most * factor));
    },
    begin(network) {
      const retry_after = waitFor(network);
      if (retry_after > 0) throw new EventlyError("NETWORK_LIMIT", { retry_after });
      addUnderWay(network, 1);
      return () => addUnderWay(network, -1);
    },
  };
}
