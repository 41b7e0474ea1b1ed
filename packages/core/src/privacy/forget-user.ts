import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { endHold } from "../hold/end-hold.ts";
import { isExpired } from "../hold/hold.rules.ts";
import { dropNetwork } from "../hold/hold.table.ts";
import { removeQuota } from "../hold/quota.table.ts";
import type { UserId } from "../ids.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { longestHold } from "../user/guest.rules.ts";
import { removeEnded } from "../user/own-sessions.ts";
import { dropReasons } from "./drop-reasons.ts";
import { type Forgetting, forgetAgain, removeForgetting, toForgetting } from "./forget.table.ts";
import { forgetAddress } from "./forget-address.ts";
import { forgetBookings } from "./forget-bookings.ts";
import { forgetScans } from "./forget-check-ins.ts";
import { forgetGuests } from "./forget-guests.ts";
import { forgetInvited, forgetOrganization } from "./forget-organizations.ts";
import { listHoldsOf, listQuotasOf } from "./list-holds-of.ts";

/** By when every process knows that somebody was deleted, and the index of a person's bookings has all of them, in seconds. */
const indexLag = 10;

/**
 * The job: forgets somebody who was deleted wherever they are named. Looks through everything once more when the last hold and payment
 * of theirs must have ended, then it is done. Returns between two records once `signal` is aborted.
 */
export async function forgetUser(core: Core, key: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, key);
  if (!item) return;
  const forgetting = toForgetting(item);
  const lastAt = forgetting.asked_at + longestHold(core.rules) + indexLag;
  const isLast = core.clock() >= lastAt;
  if (!(await forgetRecords(core, forgetting, { isLast, signal }))) return;
  await transact(core.table, [isLast ? removeForgetting(key) : forgetAgain(key, lastAt)]);
}

type Pass = { isLast: boolean; signal: AbortSignal | undefined };

async function forgetRecords(core: Core, forgetting: Forgetting, { isLast, signal }: Pass): Promise<boolean> {
  const { user_id, organization_ids, member_of } = forgetting;
  if (signal?.aborted) return false;
  await removeEnded(core, user_id);
  for (const organization_id of organization_ids)
    if (!(await forgetOrganization(core, organization_id, signal))) return false;
  return (
    (await forgetOwnAddress(core, forgetting, signal)) &&
    (await endHolds(core, user_id, { isLast, signal })) &&
    (await forgetBookings(core, { user_id, isLast, signal })) &&
    (await forgetGuests(core, forgetting, signal)) &&
    (await forgetScans(core, { user_id, member_of, signal })) &&
    (await dropReasons(core, user_id, signal))
  );
}

/** Whatever is at an address that they had only named is its owner's. */
async function forgetOwnAddress(
  core: Core,
  { address_hash, was_verified }: Forgetting,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (address_hash === null || !was_verified) return true;
  return (await forgetAddress(core, address_hash, signal)) && forgetInvited(core, address_hash, signal);
}

/** What is being paid is left to its payment, which finds nobody to book for. */
async function endHolds(core: Core, user_id: UserId, { isLast, signal }: Pass): Promise<boolean> {
  const isWhole = await workThrough(listHoldsOf(core, user_id), signal, async (holding) => {
    if (holding.state === "active" && !isExpired(holding, core.clock()))
      await endHold(core, { user_id, role: "guest" }, holding);
    if (isLast && holding.network !== undefined) await updateItem(core.table, dropNetwork(holding));
  });
  if (!isLast || !isWhole) return isWhole;
  return workThrough(listQuotasOf(core, user_id), signal, (quota) => transact(core.table, [removeQuota(quota)]));
}
