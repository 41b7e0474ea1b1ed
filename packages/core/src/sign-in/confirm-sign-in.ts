import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, transact } from "../table/transact.ts";
import { putContact } from "../user/contact.table.ts";
import type { Started } from "../user/create-user.ts";
import { followAtOnce, planToFollow } from "../user/follow-contact.ts";
import { removeEnded } from "../user/own-sessions.ts";
import { openSession } from "../user/session.ts";
import { mergedOf, setEmail, toUser } from "../user/user.table.ts";
import type { Actor, User } from "../user/user.ts";
import { type OpenedSignIn, openSignIn, refuseSignIn } from "./open-sign-in.ts";
import { planSignIn } from "./plan-sign-in.ts";
import { removeSignIn } from "./sign-in.table.ts";
import type { ConfirmSignIn } from "./sign-in.ts";

/** `guest_id` is the guest that they were, and `account` the account, until they sign in. */
type Caller = { device: string | null; guest_id: UserId | null; account: Actor | null };

/** How often somebody else claims the address, or ends all sessions, while it is being claimed. */
const mostPlans = 5;

/**
 * Signs in with the code or the link of a mail, whichever comes first: the address is verified and claimed. An account that was
 * unverified until then loses every session and link that it had, in the same act. What the caller's guest has, or books with a
 * hold that is open, is found at the address from then on; a guest without one gets it for their tickets.
 * Throws SIGN_IN_REFUSED, and UNAVAILABLE.
 */
export async function confirmSignIn(core: Core, input: ConfirmSignIn, caller: Caller): Promise<Started> {
  const opened = await openSignIn(core, input);
  if (opened.purpose === "change-email") throw refuseSignIn();
  for (let i = 0; i < mostPlans; i++) {
    const started = await trySignIn(core, opened, caller);
    if (started) return started;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** Null if the plan was out of date. */
async function trySignIn(
  core: Core,
  opened: OpenedSignIn,
  { device, guest_id, account }: Caller,
): Promise<Started | null> {
  const { user, known, actions, former } = await planSignIn(core, opened, account);
  const guest = await planForGuest(core, user, guest_id);
  const now = core.clock();
  const { token, write, remember } = openSession(user, { known, now, device, guest_id });
  const writes = [write, removeSignIn(opened.request_id, now), ...actions, ...guest.actions];
  const outcome = await transact(core.table, writes);
  const failed = outcome.done ? [] : outcome.failedConditions.map(({ index }) => index);
  // Nobody else knows the new token: an earlier send of this transaction has written it.
  if (outcome.done || failed.includes(0)) {
    core.sessions.forgetAll(user.user_id);
    if (former) core.sessions.forgetAll(former);
    remember(core);
    core.background.run(removeEnded(core, user.user_id));
    if (guest.following) await followAtOnce(core, guest.following.user_id, guest.following);
    return { user, token };
  }
  if (failed.includes(1)) throw refuseSignIn();
  return null;
}

type ForGuest = { actions: Action[]; following: User | null };

/** They may pay with a hold that is open, and close the page before they say that a booking is theirs. */
async function planForGuest(core: Core, { email, verified_at }: User, guest_id: UserId | null): Promise<ForGuest> {
  const item = guest_id && verified_at && email !== null ? await readItem(core.table, keys.user(guest_id)) : null;
  const guest = item && !mergedOf(item) ? toUser(item) : null;
  if (guest?.role !== "guest" || email === null) return { actions: [], following: null };
  const found = putContact(email, guest.user_id);
  if (guest.email !== null) return { actions: [found], following: null };
  const follow = await planToFollow(core, guest.user_id);
  const follows = follow.length > 0;
  return {
    actions: [found, setEmail(guest.user_id, email, { was: null, follows }), ...follow],
    following: follows ? { ...guest, email } : null,
  };
}
