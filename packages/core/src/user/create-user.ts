import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { nameOfOne, newOrganization } from "../organization/new-organization.ts";
import { putOrganization } from "../organization/organization.table.ts";
import type { Memberships } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, transact } from "../table/transact.ts";
import { requireNew } from "../table/write-new.ts";
import { toInstant } from "../time.ts";
import { moveContact, putContact } from "./contact.table.ts";
import { followAtOnce, planToFollow } from "./follow-contact.ts";
import { forgetSession, openSession, removeSession } from "./session.ts";
import { isDeleted, makeAccount, mergedOf, putUser, toUser } from "./user.table.ts";
import type { Actor, CreateUser, StartGuest, User } from "./user.ts";
import { fromNowhere, type Newcomer, requireProof, welcome } from "./welcome.ts";

export type Started = { user: User; token: string };

/** A signed-in guest, with the session's token. */
export type Visitor = { actor: Actor; token: string };

/**
 * Creates an account with its first session. Its address is a contact until somebody signs in by a mail to it, whoever else
 * names it. A guest who signs up becomes the account: same user, holds and bookings, while the guest's token ends, so that
 * nobody who knows it can use the account. Throws SIGN_IN_REQUIRED if the guest became an account meanwhile, and
 * PROOF_REQUIRED.
 */
export async function createUser(
  core: Core,
  input: CreateUser,
  visitor: Visitor | null = null,
  newcomer: Newcomer = fromNowhere,
): Promise<Started> {
  if (visitor?.actor.role === "guest") return makeGuestAccount(core, input, visitor, newcomer);
  const proof = await welcome(core, newcomer);
  const user = await describeUser(core, input);
  const own = await ownOrganization(core, user);
  return startUser(core, { ...user, ...own.memberships }, newcomer, [...proof, ...own.actions]);
}

/** Who signs up to sell has an organization of their own from then on. */
async function ownOrganization(core: Core, user: Pick<User, "user_id" | "role" | "name">) {
  if (user.role !== "organizer") return { memberships: {}, actions: [] };
  const organization = await newOrganization(core, { name: nameOfOne(user) });
  const memberships: Memberships = { [organization.organization_id]: "owner" };
  return { memberships: { memberships }, actions: putOrganization(organization, user.user_id) };
}

async function makeGuestAccount(core: Core, input: CreateUser, guest: Visitor, newcomer: Newcomer): Promise<Started> {
  const { user_id } = guest.actor;
  const [known, following] = await Promise.all([readItem(core.table, keys.user(user_id)), planToFollow(core, user_id)]);
  if (!known) throw new EventlyError("SIGN_IN_REQUIRED", {});
  const { email: was, ...kept } = toUser(known);
  const { email, role, phone = kept.phone, name = kept.name } = input;
  const own = await ownOrganization(core, { user_id, role, name });
  const user: User = { ...kept, email, role, phone, name, ...own.memberships };
  const { token, write, remember } = openSession(user, { known, now: core.clock(), device: newcomer.device });
  const outcome = await transact(core.table, [
    write,
    makeAccount(user, { was, follows: following.length > 0 }),
    ...removeSession(guest.token),
    ...moveContact(user_id, was, email),
    ...following,
    ...own.actions,
  ]);
  // The condition of `write` failed although nobody else knows the new token: an earlier send of this transaction has written it.
  if (outcome.done || outcome.failedConditions.some(({ index }) => index === 0)) {
    remember(core);
    forgetSession(core, guest.token);
    if (following.length > 0) await followAtOnce(core, user_id, user);
    return { user, token };
  }
  const found = outcome.failedConditions.find(({ index }) => index === 1)?.item;
  if (found?.role === "guest" && !mergedOf(found) && !isDeleted(found))
    return makeGuestAccount(core, input, guest, newcomer);
  throw new EventlyError("SIGN_IN_REQUIRED", {}, "You have just signed up in another place. Please sign in.");
}

/** A guest with a session: may hold and book at once, and sign up later. Throws PROOF_REQUIRED. */
export async function startGuest(core: Core, input: StartGuest, newcomer: Newcomer = fromNowhere): Promise<Started> {
  const proof = await welcome(core, newcomer);
  return startUser(core, await describeUser(core, { ...input, role: "guest" }), newcomer, proof);
}

async function startUser(core: Core, user: User, newcomer: Newcomer, alongside: Action[]): Promise<Started> {
  const { token, write, remember } = openSession(user, { known: null, now: core.clock(), device: newcomer.device });
  const contact = user.email === null ? [] : [putContact(user.email, user.user_id)];
  const outcome = await transact(core.table, [putUser(user), write, ...alongside, ...contact]);
  const isUsed = !outcome.done && !outcome.ambiguous && outcome.failedConditions.every(({ index }) => index === 2);
  if (isUsed && newcomer.network) throw await requireProof(core, newcomer.network);
  requireNew(outcome);
  remember(core);
  return { user, token };
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
