import type { Core } from "../core.ts";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem, readItems } from "../table/read-item.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { hashEmail, removeContact } from "../user/contact.table.ts";
import { listNamed } from "../user/list-named.ts";
import { claimEmail, putUser, toUser } from "../user/user.table.ts";
import type { Actor, User } from "../user/user.ts";
import { checkClaim, verifyUser } from "../user/verify-user.table.ts";
import { toVersions } from "../user/versions.ts";
import { type OpenedSignIn, refuseSignIn } from "./open-sign-in.ts";
import { planClaim } from "./plan-claim.ts";

/** Who signs in, with what the table has of them once `actions` are written; `known` is null for somebody new. */
export type PlannedSignIn = { user: User; known: Item | null; actions: Action[]; former?: UserId | null };

/**
 * The unverified account that asks, if it names the address, and may have it; else whoever has the claim to it; else the oldest
 * unverified account that names it, which claims it; else somebody new. The operator names the account instead. Every action
 * fails where this is out of date.
 */
export async function planSignIn(
  core: Core,
  { email, user_id }: OpenedSignIn,
  account: Actor | null,
): Promise<PlannedSignIn> {
  const own = user_id === null && account ? await planOwn(core, email, account) : null;
  if (own) return own;
  const claim = await readItem(core.table, keys.email(email));
  const owner = claim ? UserId.parse(claim.user_id) : null;
  if (user_id !== null) return planNamed(core, user_id, { email, owner });
  if (owner !== null) return planKnown(core, await readUser(core, owner), [checkClaim(email, owner)]);
  const oldest = await findOldestAccount(core, email);
  if (oldest) return planKnown(core, oldest, claimFor(email, toUser(oldest).user_id));
  return planNew(core, email);
}

/** Somebody may have signed up before with an address that is not theirs: they must not stand in its owner's way. */
async function planOwn(core: Core, email: string, account: Actor): Promise<PlannedSignIn | null> {
  const known = await readUser(core, account.user_id);
  if (!namesUnverified(known, email) || toUser(known).suspended) return null;
  const claiming = await planClaim(core, email, account);
  if (!claiming) return null;
  const actions = [...claiming.actions, removeContact(email, account.user_id)];
  return { ...planKnown(core, known, actions), former: claiming.former };
}

/** An address that somebody else has claimed stays theirs: then only the account is opened. */
async function planNamed(
  core: Core,
  user_id: UserId,
  { email, owner }: { email: string; owner: UserId | null },
): Promise<PlannedSignIn> {
  const known = await readUser(core, user_id);
  // The link is for the address that the account had when it was made.
  const { email: present } = toUser(known);
  if (present === null || hashEmail(present) !== hashEmail(email)) throw refuseSignIn();
  if (owner === null) return planKnown(core, known, claimFor(email, user_id));
  if (owner === user_id) return planKnown(core, known, [checkClaim(email, owner)]);
  return { user: toUser(known), known, actions: [] };
}

const claimFor = (email: string, user_id: UserId): Action[] => [
  claimEmail(email, user_id),
  removeContact(email, user_id),
];

function planKnown(core: Core, known: Item, claiming: Action[]): PlannedSignIn {
  const user = toUser(known);
  if (user.verified_at) return { user, known, actions: claiming };
  const verified_at = toInstant(core.clock());
  const was = toVersions(known);
  return {
    user: { ...user, verified_at },
    known: { ...known, session_version: was.session_version + 1 },
    actions: [...claiming, verifyUser(user, verified_at, was)],
  };
}

async function planNew(core: Core, email: string): Promise<PlannedSignIn> {
  const now = toInstant(core.clock());
  const user_id = await core.ids.next("user");
  const user: User = {
    ...{ user_id, email, phone: null, name: null, role: "attendee" },
    ...{ created_at: now, verified_at: now },
  };
  return { user, known: null, actions: [claimEmail(email, user_id), putUser(user)] };
}

async function readUser({ table }: Core, user_id: UserId): Promise<Item> {
  const item = await readItem(table, keys.user(user_id));
  if (!item) throw new Error(`${user_id} is gone`);
  return item;
}

/** The item of the account that has named the address longest. */
async function findOldestAccount({ table }: Core, email: string): Promise<Item | null> {
  const named = await listNamed(table, email);
  const items = await readItems(table, named.map(keys.user));
  const accounts = items.filter((item) => namesUnverified(item, email));
  const order = (item: Item) => named.indexOf(toUser(item).user_id);
  return accounts.sort((a, b) => order(a) - order(b))[0] ?? null;
}

/** Of a pointer that is out of date the address is another. */
function namesUnverified(item: Item, email: string): boolean {
  const { role, email: theirs, verified_at } = toUser(item);
  return role !== "guest" && !verified_at && theirs !== null && hashEmail(theirs) === hashEmail(email);
}
