import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OwnerId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { findOwner } from "../user/find-owner.ts";
import type { QuotaKind, Quotas } from "../user/quotas.ts";
import { setQuota } from "../user/set-quota.ts";
import { isOrganization } from "../user/usage.table.ts";
import { type Account, readAccount } from "../user/usage.ts";
import { getAccount } from "./get-account.ts";

/** What an owner may have now, and before, and what it has. */
export type Allowed = { before: Quotas; after: Quotas; usage: Account["usage"] };

/**
 * Allows an organization, or the one that an account owns, so many upcoming events, venues or seats; the other kinds stay. Throws
 * USER_NOT_FOUND, ORGANIZATION_NOT_FOUND, and INVALID_INPUT for an account that owns several.
 */
export async function setAccountQuota(
  core: Core,
  { owner, kind, limit }: { owner: OwnerId; kind: QuotaKind; limit: number },
): Promise<Allowed> {
  if (!isOrganization(owner)) await getAccount(core, owner);
  else if (!(await readItem(core.table, keys.organization(owner))))
    throw new EventlyError("ORGANIZATION_NOT_FOUND", {});
  const { quotas: before, usage } = await readAccount(core.table, await findOwner(core.table, owner));
  const after = { ...before, [kind]: limit };
  const changes = { [`quota_${kind}`]: { before: before[kind], after: limit } };
  const entry = putJournal({
    ...{ subject: owner, at: core.clock(), actor: operator },
    ...{ action: "account.quota_set", changes },
  });
  await setQuota(core, owner, after, [entry]);
  return { before, after, usage };
}
