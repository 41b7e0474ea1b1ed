import type { UserId } from "../ids.ts";
import type { Clock } from "../time.ts";
import type { Network } from "./network.ts";
import { createNetworkCounts } from "./network-counts.ts";
import type { UnpaidSeats } from "./unpaid-seats.ts";

/** Who pays, from where; who `hasPaid` has a paid booking. */
type Attempt = { network: Network; user_id: UserId; hasPaid?: boolean };

/** The declined attempts to pay of each network and of each person in an hour, as far as this process knows. */
export type Declines = {
  /**
   * Counts an attempt that is under way, until the returned function is called. Throws NETWORK_LIMIT if too many cards
   * of the network were declined. Beyond its limit somebody may go on whose own cards were not: until twice as many, or
   * without end if they have paid.
   */
  begin(attempt: Attempt): () => void;
  /** Whether a card of this person was declined, or is being tried beyond the limit. */
  isCounted(user_id: UserId): boolean;
  count(attempt: Attempt): void;
  /** Whether another attempt would be beyond the limit of a network that has paid nothing. */
  isRaised(network: Network): boolean;
};

const perHour = 60;
const hour = 3_600;

/** How many times the limit of its network somebody may reach whose own cards were not declined. */
const unsuspectedFactor = 2;

/** Each seat that a network paid for within the hour adds one. */
export function createDeclines(clock: Clock, { countPaid }: Pick<UnpaidSeats, "countPaid">): Declines {
  const networks = createNetworkCounts(clock, {
    ...{ most: perHour, seconds: hour },
    ...{ raise: countPaid, mostTimes: unsuspectedFactor },
  });
  const people = createNetworkCounts(clock, { most: 1, seconds: hour });
  const isCounted = (user_id: UserId) => people.waitFor(alone(user_id)) > 0;
  return {
    begin({ network, user_id, hasPaid = false }) {
      if (networks.waitFor(network) === 0 || isCounted(user_id)) return networks.begin(network);
      const end = hasPaid ? () => undefined : networks.begin(network, unsuspectedFactor);
      const endOwn = people.begin(alone(user_id));
      return () => {
        end();
        endOwn();
      };
    },
    isCounted,
    isRaised: networks.isRaised,
    count({ network, user_id }) {
      networks.count(network);
      people.count(alone(user_id));
    },
  };
}

/** A person counts like a network of one. */
const alone = (user_id: UserId): Network => ({ near: user_id, wide: null });
