import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { findOwner } from "../user/find-owner.ts";
import type { QuotaKind, Quotas } from "../user/quotas.ts";
import { setQuota } from "../user/set-quota.ts";
import { type Account, readAccount } from "../user/usage.ts";
import { getAccount } from "./get-account.ts";

/** What an account may have now, and before, and what it has. */
export type Allowed = { before: Quotas; after: Quotas; usage: Account["usage"] };

/** Allows an account so many upcoming events, venues or seats; the other kinds stay. Throws USER_NOT_FOUND. */
export async function setAccountQuota(
  core: Core,
  { user_id, kind, limit }: { user_id: UserId; kind: QuotaKind; limit: number },
): Promise<Allowed> {
  await getAccount(core, user_id);
  const { quotas: before, usage } = await readAccount(core.table, await findOwner(core.table, user_id));
  const after = { ...before, [kind]: limit };
  const changes = { [`quota_${kind}`]: { before: before[kind], after: limit } };
  const entry = putJournal({
    ...{ subject: user_id, at: core.clock(), actor: operator },
    ...{ action: "account.quota_set", changes },
  });
  await setQuota(core, user_id, after, [entry]);
  return { before, after, usage };
}
