import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import { ownCopy } from "../caching/own-copy.ts";
import { singleFlight } from "../caching/single-flight.ts";
import type { OrganizationId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import type { PaymentAccount } from "./payment.ts";
import { toPaymentAccount } from "./payment-account.table.ts";

/** Organizations' accounts as they were at most two seconds ago, for the sale. */
export type PaymentAccounts = {
  /** Null where an organization has none. Throws UNAVAILABLE. */
  find(organization_id: OrganizationId): Promise<PaymentAccount | null>;
  /** Evicts one after this process changed it. */
  forget(organization_id: OrganizationId): void;
};

type CacheEntry = { account: PaymentAccount | null; readAt: number };

const freshFor = 2;
const [mostMb, heapPart] = [4, 1 / 128];
/** Of an account of which the gateway wants as much as is kept. */
const entryBytes = 4_000;

export function createPaymentAccounts(
  table: Table,
  clock: Clock,
  maxSize = heapShare(mostMb, heapPart),
): PaymentAccounts {
  const entries = new LRUCache<OrganizationId, CacheEntry>({ max: Math.ceil(maxSize / entryBytes) });

  const read = singleFlight(async (organization_id: OrganizationId) => {
    const readAt = clock();
    const account = await readPaymentAccount({ table }, organization_id);
    entries.set(ownCopy(organization_id), { account, readAt });
    return account;
  });

  return {
    async find(organization_id) {
      const entry = entries.get(organization_id);
      return entry && clock() - entry.readAt < freshFor ? entry.account : read(organization_id);
    },
    forget(organization_id) {
      entries.delete(organization_id);
    },
  };
}

/** Consistent read; null where an organization has no account. Throws UNAVAILABLE. */
export const readPaymentAccount = async (
  { table }: { table: Table },
  organization_id: OrganizationId,
): Promise<PaymentAccount | null> => toPaymentAccount(await readItem(table, keys.paymentAccount(organization_id)));
