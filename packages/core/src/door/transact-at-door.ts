import type { Core } from "../core.ts";
import { checkDoorKey } from "../door-key/door-key.table.ts";
import { EventlyError } from "../errors.ts";
import type { EventId } from "../ids.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import { type Doorkeeper, hasKey } from "./doorkeeper.ts";

/** What somebody at the door decides. Throws SIGN_IN_REQUIRED once their key has ended, SUSPENDED once their account is. */
export async function transactAtDoor(
  core: Core,
  keeper: Doorkeeper,
  event_id: EventId,
  actions: Action[],
): Promise<Outcome> {
  if (!hasKey(keeper)) return transactFor(core.table, accountsOf(keeper), actions);
  const guard = checkDoorKey(event_id, keeper.door_key_id, core.clock());
  const outcome = await transactFor(core.table, [], [...actions, guard]);
  if (!outcome.done && outcome.failedConditions.some(({ index }) => index === actions.length))
    throw new EventlyError("SIGN_IN_REQUIRED", {});
  return outcome;
}
