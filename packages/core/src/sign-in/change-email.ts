import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { hashEmail, removeContact } from "../user/contact.table.ts";
import type { Started } from "../user/create-user.ts";
import { followAtOnce, planToFollow } from "../user/follow-contact.ts";
import { openSession } from "../user/session.ts";
import { claimEmail, toUser } from "../user/user.table.ts";
import type { Actor, User } from "../user/user.ts";
import { changeAddress, checkClaim, dropClaim } from "../user/verify-user.table.ts";
import { toVersions } from "../user/versions.ts";
import { openSignIn, refuseSignIn } from "./open-sign-in.ts";
import { removeSignIn } from "./sign-in.table.ts";
import type { ConfirmSignIn } from "./sign-in.ts";

/** How often the account changes while it is given another address. */
const mostPlans = 5;

/**
 * Gives an account the address to which a mail went whose code or token this is: it is claimed, the former one is free again, and
 * every other session ends; if nobody had verified the account, its links do, too. Its bookings follow. Throws SIGN_IN_REFUSED,
 * EMAIL_TAKEN, SUSPENDED, FORBIDDEN for a guest, and UNAVAILABLE.
 */
export async function changeEmail(
  core: Core,
  actor: Actor,
  input: ConfirmSignIn,
  device: string | null,
): Promise<Started> {
  if (actor.role === "guest") throw new EventlyError("FORBIDDEN", { role: actor.role });
  const { request_id, email, user_id } = await openSignIn(core, input, actor.network ?? null);
  // The operator's link names an account, and shows nothing of an address.
  if (user_id !== null) throw refuseSignIn();
  for (let i = 0; i < mostPlans; i++) {
    const { user, actions, known, following } = await plan(core, actor, email);
    const now = core.clock();
    const session = openSession(user, { known, now, device });
    const outcome = await transact(core.table, [session.write, removeSignIn(request_id, now), ...actions]);
    const failed = outcome.done ? [] : outcome.failedConditions.map(({ index }) => index);
    if (outcome.done || failed.includes(0)) {
      core.sessions.forgetAll(user.user_id);
      session.remember(core);
      if (following) await followAtOnce(core, user.user_id, user);
      return { user, token: session.token };
    }
    if (failed.includes(1)) throw refuseSignIn();
  }
  throw new EventlyError("UNAVAILABLE", {});
}

type Plan = { user: User; known: Item; actions: Action[]; following: boolean };

async function plan(core: Core, { user_id }: Actor, email: string): Promise<Plan> {
  const [item, claim, follow] = await Promise.all([
    readItem(core.table, keys.user(user_id)),
    readItem(core.table, keys.email(email)),
    planToFollow(core, user_id),
  ]);
  if (!item) throw new EventlyError("USER_NOT_FOUND", {});
  if (claim && claim.user_id !== user_id) throw new EventlyError("EMAIL_TAKEN", {});
  const before = toUser(item);
  if (before.suspended) throw new EventlyError("SUSPENDED", {});
  const was = toVersions(item);
  const user: User = { ...before, email, verified_at: toInstant(core.clock()) };
  return {
    user,
    known: { ...item, session_version: was.session_version + 1 },
    following: follow.length > 0,
    actions: [
      changeAddress(user, before, { was, follows: follow.length > 0 }),
      claim ? checkClaim(email, user_id) : claimEmail(email, user_id),
      removeContact(email, user_id),
      ...(await planToLeave(core, before, email)),
      ...follow,
    ],
  };
}

/** What the former address loses. */
async function planToLeave({ table }: Core, { user_id, email: was }: User, email: string): Promise<Action[]> {
  if (was === null || hashEmail(was) === hashEmail(email)) return [];
  const claim = await readItem(table, keys.email(was));
  const isOwn = claim?.user_id === user_id;
  return [removeContact(was, user_id), ...(isOwn ? [dropClaim(was, user_id)] : [])];
}
