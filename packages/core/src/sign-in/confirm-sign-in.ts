import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import type { Network } from "../network/network.ts";
import { transact } from "../table/transact.ts";
import type { Started } from "../user/create-user.ts";
import { openSession } from "../user/session.ts";
import { type OpenedSignIn, openSignIn, refuseSignIn } from "./open-sign-in.ts";
import { planSignIn } from "./plan-sign-in.ts";
import { removeSignIn } from "./sign-in.table.ts";
import type { ConfirmSignIn } from "./sign-in.ts";

type Caller = { network: Network | null; device: string | null; guest_id: UserId | null };

/** How often somebody else claims the address, or ends all sessions, while it is being claimed. */
const mostPlans = 5;

/**
 * Signs in with the code or the link of a mail, whichever comes first: the address is verified and claimed. An account that was
 * unverified until then loses every session and link that it had, in the same act. `guest_id` is whose bookings are offered to it.
 * Throws SIGN_IN_REFUSED, and UNAVAILABLE.
 */
export async function confirmSignIn(core: Core, input: ConfirmSignIn, caller: Caller): Promise<Started> {
  const opened = await openSignIn(core, input, caller.network);
  for (let i = 0; i < mostPlans; i++) {
    const started = await trySignIn(core, opened, caller);
    if (started) return started;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** Null if the plan was out of date. */
async function trySignIn(core: Core, opened: OpenedSignIn, { device, guest_id }: Caller): Promise<Started | null> {
  const { user, known, actions } = await planSignIn(core, opened);
  const now = core.clock();
  const { token, write, remember } = openSession(user, { known, now, device, guest_id });
  const outcome = await transact(core.table, [write, removeSignIn(opened.request_id, now), ...actions]);
  const failed = outcome.done ? [] : outcome.failedConditions.map(({ index }) => index);
  // Nobody else knows the new token: an earlier send of this transaction has written it.
  if (outcome.done || failed.includes(0)) {
    core.sessions.forgetAll(user.user_id);
    remember(core);
    return { user, token };
  }
  if (failed.includes(1)) throw refuseSignIn();
  return null;
}
