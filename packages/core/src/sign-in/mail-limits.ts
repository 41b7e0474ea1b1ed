import { EventlyError } from "../errors.ts";
import type { Network } from "../network/network.ts";
import { createNetworkCounts, type NetworkCounts } from "../network/network-counts.ts";
import type { Clock } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";

/** In any ten minutes: mails that a network asks for; that go to one address; and that one network sends to one address. */
const limits = { byNetwork: 30, byAddress: 20, byPair: 5 } as const;
const seconds = 600;

/** Of each process its own. */
export type MailCounts = { byNetwork: NetworkCounts; byAddress: NetworkCounts; byPair: NetworkCounts };

export function createMailCounts(clock: Clock): MailCounts {
  const counts = (most: number) => createNetworkCounts(clock, { most, seconds });
  return {
    byNetwork: counts(limits.byNetwork),
    byAddress: counts(limits.byAddress),
    byPair: counts(limits.byPair),
  };
}

/**
 * Counts a mail to an address that somebody states, whoever has it, which is counted as a network is. Others
 * can't use up what a network may send to an address, unless they come from many. Throws NETWORK_LIMIT.
 */
export function limitMails({ byNetwork, byAddress, byPair }: MailCounts, network: Network | null, email: string): void {
  if (!network) return;
  const address = hashEmail(email);
  const counted = [
    { counts: byNetwork, network },
    { counts: byAddress, network: { near: address, wide: null } },
    // A /48 has 65,536 near networks, and is one line's.
    { counts: byPair, network: { near: `${address} ${network.wide ?? network.near}`, wide: null } },
  ];
  const retry_after = Math.max(...counted.map(({ counts, network: from }) => counts.waitFor(from)));
  if (retry_after > 0) throw tooManyMails(retry_after);
  for (const { counts, network: from } of counted) counts.count(from);
}

export function tooManyMails(retry_after: number): EventlyError {
  const text = "Too many mails were asked for. Use the last one, or try again a little later.";
  return new EventlyError("NETWORK_LIMIT", { retry_after }, text);
}
