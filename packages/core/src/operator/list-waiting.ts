import type { Core } from "../core.ts";
import type { Organization } from "../organization/organization.ts";
import { scanItems } from "../table/scan-items.ts";

/** An organization that the operator has yet to look at: a new one, or one that has changed who it is since. */
export type Waiting = Pick<Organization, "organization_id" | "name" | "legal_name" | "vat_id"> & {
  isNew: boolean;
  since: string;
};

/** Who waits for approval, or has another name, legal name or VAT id than was approved, longest first. Reads the whole table. Throws UNAVAILABLE. */
export async function listWaiting({ table }: Core): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  const shown = ["organization_id", "name", "legal_name", "vat_id", "created_at", "renamed_at"] as const;
  for await (const { sk, state, ...item } of scanItems(table, ["sk", "state", ...shown])) {
    if (sk !== "ORGANIZATION" || (state !== "pending" && item.renamed_at === undefined)) continue;
    const { organization_id, name, legal_name, vat_id, created_at, renamed_at = created_at } = item;
    waiting.push({
      organization_id,
      name,
      legal_name,
      vat_id,
      isNew: state === "pending",
      since: renamed_at,
    } as Waiting);
  }
  return waiting.sort((a, b) => (a.since < b.since ? -1 : 1));
}
