import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { updateItem } from "../table/update-item.ts";
import type { Quotas } from "./quotas.ts";
import { setQuotas } from "./usage.table.ts";

/**
 * The operator's: replaces what an account may have beyond the usual; a kind left out has the usual limit again. An
 * account above its quotas keeps what it has. Throws USER_NOT_FOUND.
 */
export async function setQuota(core: Core, user_id: UserId, quotas: Partial<Quotas>): Promise<void> {
  const { done } = await updateItem(core.table, setQuotas(user_id, quotas));
  if (!done) throw new EventlyError("USER_NOT_FOUND", {});
}
