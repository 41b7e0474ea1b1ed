import { EventlyError } from "../errors.ts";
import type { EventId, OwnerId, VenueId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem, readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { type Outcome, transact } from "../table/transact.ts";
import { mostUpcoming, type QuotaKind, type Quotas } from "./quotas.ts";
import { isCounted, isVenueId, keyOfOwner, putUsage, toQuotas, toUsage, type Usage } from "./usage.table.ts";

export type Account = { quotas: Quotas; usage: Usage };

/**
 * What an owner may have, and has. It is counted when it is first asked for: one of the version before keeps what they
 * have, also beyond their quotas.
 */
export async function readAccount(table: Table, owner_id: OwnerId): Promise<Account> {
  const items = await readItems(table, [keyOfOwner(owner_id), keys.usage(owner_id)]);
  const quotas = toQuotas(items.find(({ pk }) => pk === owner_id));
  const known = items.find(({ pk }) => pk !== owner_id);
  if (isCounted(known)) return { quotas, usage: toUsage(known) };
  // Of several that count at once the first one's figures stand: nothing is added meanwhile without them.
  await transact(table, [putUsage(owner_id, await count(table, owner_id))]);
  const counted = await readItem(table, keys.usage(owner_id));
  if (!counted) throw new Error(`the usage of ${owner_id} is not there`);
  return { quotas, usage: toUsage(counted) };
}

async function count(table: Table, owner_id: OwnerId): Promise<Omit<Usage, "creating_until">> {
  const events: EventId[] = [];
  const venues: VenueId[] = [];
  for await (const { sk } of queryItems(table, { partition: owner_id, from: "event-", consistent: true })) {
    const id = sk as EventId | VenueId;
    if (isVenueId(id)) venues.push(id);
    else if (id.startsWith("event-")) events.push(id);
  }
  const items = await readItems(table, venues.map(keys.venue), { attributes: ["seat_count"] });
  const seats = items.reduce((sum, { seat_count }) => sum + Number(seat_count ?? 0), 0);
  return { events: findLatest(events), venues: venues.length, seats };
}

/** Of more events than may be counted those made last: the others are over. */
export const findLatest = (events: readonly EventId[]): EventId[] => events.toSorted(byNumber).slice(-mostUpcoming);

/** As text, ids with more digits would sort wrongly. */
const byNumber = (a: EventId, b: EventId): number => a.length - b.length || (a < b ? -1 : 1);

/**
 * Whether a transaction of new items failed by the count at `index` alone. If others failed too, they exist: an earlier
 * send has written all of it.
 */
export const isRefusedAt = (outcome: Outcome, index: number): boolean =>
  !outcome.done && outcome.failedConditions.every((failed) => failed.index === index);

export function refuseBeyond(kind: QuotaKind, quotas: Quotas): never {
  throw new EventlyError("QUOTA_EXCEEDED", { kind, limit: quotas[kind] });
}
