import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import type { Seller } from "../organization/organization.ts";
import { readSeller } from "../organization/read-seller.ts";
import type { StoredEvent } from "./event.table.ts";
import type { SellerTerms } from "./policy.ts";

type Sold = Pick<StoredEvent, "organization_id">;

/** Who sells an event, at most 2 s old; null for one that no organization has yet. Throws UNAVAILABLE. */
export async function findSeller(core: Core, event: Sold): Promise<Seller | null> {
  const seller = await readSold(core, event);
  if (seller === null) return null;
  const { terms_version: _, ...shown } = seller;
  return shown;
}

/** The same of several events, each organization once. */
export async function findSellers(core: Core, events: readonly Sold[]): Promise<(event: Sold) => Seller | null> {
  const byId = new Map(events.map((event) => [event.organization_id, event]));
  const found = new Map(
    await Promise.all([...byId].map(async ([id, event]) => [id, await findSeller(core, event)] as const)),
  );
  return ({ organization_id }) => found.get(organization_id) ?? null;
}

/** The terms under which an event is sold now, at most 2 s old; null where its seller has none. Throws UNAVAILABLE. */
export async function findTerms(core: Core, event: Sold): Promise<SellerTerms | null> {
  const { terms_url: url, terms_version: version } = (await readSold(core, event)) ?? {};
  return url && version ? { url, version } : null;
}

/** Whether who sells an event is suspended, at most 2 s old: it stops selling before each of its events was withdrawn. Throws UNAVAILABLE. */
export async function isSellerSuspended({ organizations }: Core, { organization_id }: Sold): Promise<boolean> {
  return organization_id !== null && (await organizations.find(organization_id))?.state === "suspended";
}

/** A name that can't be found must not keep anybody from a ticket. */
async function readSold(core: Core, { organization_id }: Sold) {
  if (organization_id === null) return null;
  return readSeller(core, organization_id).catch((error) => {
    if (isFailure(error, "ORGANIZATION_NOT_FOUND")) return null;
    throw error;
  });
}
