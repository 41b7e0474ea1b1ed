import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OwnerId } from "../ids.ts";
import { type Action, transact } from "../table/transact.ts";
import { findOwner } from "./find-owner.ts";
import type { Quotas } from "./quotas.ts";
import { setQuotas } from "./usage.table.ts";

/**
 * The operator's: replaces what an owner may have beyond the usual; a kind left out has the usual limit again. Of a person
 * the organization is meant that is theirs. An owner above their quotas keeps what they have. `alongside` is written in the same transaction. Throws USER_NOT_FOUND.
 */
export async function setQuota(
  core: Core,
  owner_id: OwnerId,
  quotas: Partial<Quotas>,
  alongside: Action[] = [],
): Promise<void> {
  const { done } = await transact(core.table, [setQuotas(await findOwner(core.table, owner_id), quotas), ...alongside]);
  if (!done) throw new EventlyError("USER_NOT_FOUND", {});
}
