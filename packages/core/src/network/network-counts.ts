import { LRUCache } from "lru-cache";
import { EventlyError } from "../errors.ts";
import type { Clock } from "../time.ts";
import { keysOf, type Network } from "./network.ts";

/** How often something came from each network lately, as far as this process knows. */
export type NetworkCounts = {
  /** In how many seconds the network may have another one; 0 if it may now. */
  waitFor(network: Network): number;
  /** Whether it has as many as it may without what raises its limit. */
  isRaised(network: Network): boolean;
  count(network: Network): void;
  /**
   * Counts one that is under way, until the returned function is called. Throws NETWORK_LIMIT if the network has had as
   * many as it may, or `times` as many, together with those under way.
   */
  begin(network: Network, times?: number): () => void;
};

/** The networks that were counted longest ago are forgotten, so that no number of addresses exhausts the memory. */
const maxNetworks = 20_000;

type Limit = {
  most: number;
  seconds: number;
  /** How many more a key may have now. */
  raise?: (key: string) => number;
  /** The highest that `begin` is asked for. */
  mostTimes?: number;
};

/** At most `most` of a near network in any `seconds`, ten times as many of a wide one, and what `raise` adds. */
export function createNetworkCounts(
  clock: Clock,
  { most, seconds, raise = () => 0, mostTimes = 1 }: Limit,
): NetworkCounts {
  const moments = new LRUCache<string, number[]>({ max: maxNetworks });
  const underWay = new Map<string, number>();
  const recent = (key: string) => (moments.get(key) ?? []).filter((moment) => moment > clock() - seconds);

  const limitOf = ({ key, factor }: { key: string; factor: number }) => most * factor + raise(key);

  function waitFor(network: Network, times = 1): number {
    const now = clock();
    const waits = keysOf(network).map(({ key, factor }) => {
      const running = underWay.get(key) ?? 0;
      const allowed = times * limitOf({ key, factor }) - running;
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
    waitFor: (network) => waitFor(network),
    isRaised: (network) =>
      keysOf(network).some(({ key, factor }) => recent(key).length + (underWay.get(key) ?? 0) >= most * factor),
    count(network) {
      for (const { key, factor } of keysOf(network)) {
        const kept = mostTimes * limitOf({ key, factor });
        moments.set(key, [...recent(key), clock()].slice(-kept));
      }
    },
    begin(network, times) {
      const retry_after = waitFor(network, times);
      if (retry_after > 0) throw new EventlyError("NETWORK_LIMIT", { retry_after });
      addUnderWay(network, 1);
      return () => addUnderWay(network, -1);
    },
  };
}
