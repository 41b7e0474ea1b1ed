import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { hashEmail, removeContact } from "../user/contact.table.ts";
import type { Started, Visitor } from "../user/create-user.ts";
import { followAtOnce, planToFollow } from "../user/follow-contact.ts";
import { openSession, requireSession } from "../user/session.ts";
import { toUser } from "../user/user.table.ts";
import type { User } from "../user/user.ts";
import { changeAddress, dropClaim } from "../user/verify-user.table.ts";
import { toVersions } from "../user/versions.ts";
import { openSignIn, refuseSignIn } from "./open-sign-in.ts";
import { planClaim } from "./plan-claim.ts";
import { removeSignIn } from "./sign-in.table.ts";
import type { ConfirmSignIn } from "./sign-in.ts";

/** How often the account changes while it is given another address. */
const mostPlans = 5;

/**
 * Gives an account the address to which a mail went whose code or token this is: it is claimed, the former one is free again, and
 * every other session ends; if nobody had verified the account, its links do, too. Its bookings follow. The session that asks has
 * to be alive in the table: where the account's owner has just ended it, it must not take the account away. Throws
 * SIGN_IN_REFUSED, SIGN_IN_REQUIRED, EMAIL_TAKEN, SUSPENDED, FORBIDDEN for a guest, and UNAVAILABLE.
 */
export async function changeEmail(
  core: Core,
  visitor: Visitor,
  input: ConfirmSignIn,
  device: string | null,
): Promise<Started> {
  const { actor } = visitor;
  if (actor.role === "guest") throw new EventlyError("FORBIDDEN", { role: actor.role });
  const { request_id, email, user_id } = await openSignIn(core, input);
  // The operator's link names an account, and shows nothing of an address.
  if (user_id !== null) throw refuseSignIn();
  for (let i = 0; i < mostPlans; i++) {
    const { user, known, former, following, alive, actions } = await plan(core, visitor, email);
    const now = core.clock();
    const session = openSession(user, { known, now, device });
    const outcome = await transact(core.table, [session.write, removeSignIn(request_id, now), alive, ...actions]);
    const failed = outcome.done ? [] : outcome.failedConditions.map(({ index }) => index);
    if (outcome.done || failed.includes(0)) {
      for (const left of [user.user_id, ...former]) core.sessions.forgetAll(left);
      session.remember(core);
      if (following) await followAtOnce(core, user.user_id, user);
      return { user, token: session.token };
    }
    if (failed.includes(1)) throw refuseSignIn();
    if (failed.includes(2)) throw new EventlyError("SIGN_IN_REQUIRED", {});
  }
  throw new EventlyError("UNAVAILABLE", {});
}

type Plan = { user: User; known: Item; former: UserId[]; following: boolean; alive: Action; actions: Action[] };

async function plan(core: Core, { actor, token }: Visitor, email: string): Promise<Plan> {
  const { user_id } = actor;
  const [item, follow] = await Promise.all([readItem(core.table, keys.user(user_id)), planToFollow(core, user_id)]);
  if (!item) throw new EventlyError("USER_NOT_FOUND", {});
  const alive = requireSession(token, item);
  const claiming = await planClaim(core, email, actor);
  if (!claiming) throw new EventlyError("EMAIL_TAKEN", {});
  const before = toUser(item);
  if (before.suspended) throw new EventlyError("SUSPENDED", {});
  const was = toVersions(item);
  const at = core.clock();
  const user: User = { ...before, email, verified_at: toInstant(at) };
  const following = follow.length > 0;
  return {
    user,
    known: { ...item, session_version: was.session_version + 1 },
    ...{ former: claiming.former ? [claiming.former] : [], following, alive },
    actions: [
      changeAddress(user, before, { was, follows: following }),
      ...claiming.actions,
      removeContact(email, user_id),
      putJournal({ subject: user_id, at, actor, action: "account.email_changed" }),
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
