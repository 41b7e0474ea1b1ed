import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import { ownCopy } from "../caching/own-copy.ts";
import { singleFlight } from "../caching/single-flight.ts";
import type { OrganizationId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { toOrganization } from "./organization.table.ts";
import type { Organization } from "./organization.ts";

/** Organizations as they were at most two seconds ago, for what everybody is told of them. */
export type Organizations = {
  find(organization_id: OrganizationId): Promise<Organization | null>;
  /** Evicts one after this process changed it. */
  forget(organization_id: OrganizationId): void;
};

type CacheEntry = { organization: Organization | null; readAt: number };

const freshFor = 2;
const [mostMb, heapPart] = [4, 1 / 128];
/** Of an organization whose texts are as long as they may be. */
const entryBytes = 2_500;

export function createOrganizations(table: Table, clock: Clock, maxSize = heapShare(mostMb, heapPart)): Organizations {
  const entries = new LRUCache<OrganizationId, CacheEntry>({ max: Math.ceil(maxSize / entryBytes) });

  const read = singleFlight(async (organization_id: OrganizationId) => {
    const readAt = clock();
    const item = await readItem(table, keys.organization(organization_id));
    const organization = item && toOrganization(item).organization;
    entries.set(ownCopy(organization_id), { organization, readAt });
    return organization;
  });

  return {
    async find(organization_id) {
      const entry = entries.get(organization_id);
      return entry && clock() - entry.readAt < freshFor ? entry.organization : read(organization_id);
    },
    forget(organization_id) {
      entries.delete(organization_id);
    },
  };
}
