import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { type Action, transact } from "../table/transact.ts";
import { requireNew } from "../table/write-new.ts";
import { toInstant } from "../time.ts";
import { followAtOnce, hasBookedSince, planToFollow } from "./follow-contact.ts";
import { getUser } from "./get-user.ts";
import { forgetSession, openSession, removeSession } from "./session.ts";
import { claimEmail, makeAccount, putUser } from "./user.table.ts";
import type { Actor, CreateUser, StartGuest, User } from "./user.ts";
import { fromNowhere, type Newcomer, requireProof, welcome } from "./welcome.ts";

export type Started = { user: User; token: string };

/** A signed-in guest, with the session's token. */
export type Visitor = { actor: Actor; token: string };

/**
 * Creates an account with its first session. A guest who signs up becomes the account: same user, holds and bookings,
 * while the guest's token ends, so that nobody who knows it can use the account. Throws EMAIL_TAKEN: the claim's
 * condition decides, so of concurrent sign-ups one wins; SIGN_IN_REQUIRED if the guest became an account meanwhile;
 * PROOF_REQUIRED.
 */
export async function createUser(
  core: Core,
  input: CreateUser,
  visitor: Visitor | null = null,
  newcomer: Newcomer = fromNowhere,
): Promise<Started> {
  const guest = visitor?.actor.role === "guest" ? visitor : null;
  const proof = guest ? [] : await welcome(core, newcomer);
  const user = guest ? await describeAccount(core, guest.actor, input) : await describeUser(core, input);
  const { token, write, remember } = openSession(user, core.clock());
  const following = guest ? await planToFollow(core, user.user_id) : [];
  const actions: Action[] = guest
    ? [
        claimEmail(input.email, user.user_id),
        write,
        makeAccount(user, following.length > 0),
        removeSession(guest.token),
        ...following,
      ]
    : [claimEmail(input.email, user.user_id), write, putUser(user), ...proof];
  const outcome = await transact(core.table, actions);
  const refused = outcome.done ? [] : outcome.failedConditions.map(({ index }) => index);
  // The condition failed although nobody else knows the new token: an earlier send of this transaction has written it.
  if (outcome.done || refused.includes(1)) {
    remember(core);
    if (guest) forgetSession(core, guest.token);
    if (following.length > 0) await followAtOnce(core, user.user_id, user);
    return { user, token };
  }
  if (!guest && newcomer.network && refused.includes(3)) throw await requireProof(core, newcomer.network);
  if (hasBookedSince(outcome, following)) return createUser(core, input, visitor, newcomer);
  const text = "You have just signed up in another place. Please sign in.";
  if (guest && refused.includes(2)) throw new EventlyError("SIGN_IN_REQUIRED", {}, text);
  throw new EventlyError("EMAIL_TAKEN", {});
}

/** A guest with a session: may hold and book at once, and sign up later. Throws PROOF_REQUIRED. */
export async function startGuest(core: Core, input: StartGuest, newcomer: Newcomer = fromNowhere): Promise<Started> {
  const proof = await welcome(core, newcomer);
  const user = await describeUser(core, { ...input, role: "guest" });
  const { token, write, remember } = openSession(user, core.clock());
  const outcome = await transact(core.table, [putUser(user), write, ...proof]);
  const isUsed = !outcome.done && !outcome.ambiguous && outcome.failedConditions.every(({ index }) => index === 2);
  if (isUsed && newcomer.network) throw await requireProof(core, newcomer.network);
  requireNew(outcome);
  remember(core);
  return { user, token };
}

/** The account that a guest becomes; omitted fields keep their values. */
async function describeAccount(core: Core, guest: Actor, { email, phone, name, role }: CreateUser): Promise<User> {
  const known = await getUser(core, guest, guest);
  return { ...known, email, role, phone: phone ?? known.phone, name: name ?? known.name };
}

async function describeUser(
  core: Core,
  input: Partial<Pick<CreateUser, "email" | "phone" | "name">> & Pick<User, "role">,
): Promise<User> {
  return {
    user_id: await core.ids.next("user"),
    email: input.email ?? null,
    phone: input.phone ?? null,
    name: input.name ?? null,
    role: input.role,
    created_at: toInstant(core.clock()),
  };
}
