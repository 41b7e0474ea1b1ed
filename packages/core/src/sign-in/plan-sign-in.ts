import type { Core } from "../core.ts";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem, readItems } from "../table/read-item.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { contactsOf, hashEmail, removeContact } from "../user/contact.table.ts";
import { claimEmail, isDeleted, putUser, toUser } from "../user/user.table.ts";
import type { User } from "../user/user.ts";
import { checkClaim, verifyUser } from "../user/verify-user.table.ts";
import { toVersions } from "../user/versions.ts";
import { type OpenedSignIn, refuseSignIn } from "./open-sign-in.ts";

/** Who signs in, with what the table has of them once `actions` are written; `known` is null for somebody new. */
export type PlannedSignIn = { user: User; known: Item | null; actions: Action[] };

/**
 * Whoever has the claim to an address; else the oldest unverified account that names it, which claims it; else somebody new. The
 * operator names the account instead. Every action fails where this is out of date.
 */
export async function planSignIn(core: Core, { email, user_id }: OpenedSignIn): Promise<PlannedSignIn> {
  const claim = await readItem(core.table, keys.email(email));
  const owner = claim ? UserId.parse(claim.user_id) : null;
  if (user_id !== null) return planNamed(core, user_id, { email, owner });
  if (owner !== null) return planKnown(core, await readUser(core, owner), [checkClaim(email, owner)]);
  const oldest = await findOldestAccount(core, email);
  if (oldest) return planKnown(core, oldest, claimFor(email, toUser(oldest).user_id));
  return planNew(core, email);
}

/** An address that somebody else has claimed stays theirs: then only the account is opened. */
async function planNamed(
  core: Core,
  user_id: UserId,
  { email, owner }: { email: string; owner: UserId | null },
): Promise<PlannedSignIn> {
  const known = await readUser(core, user_id);
  if (isDeleted(known)) throw refuseSignIn();
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

/** How many who name an address are looked at. */
const mostNamed = 1_000;

/** The item of the account that has named the address longest; of a pointer that is out of date the address is another. */
async function findOldestAccount({ table }: Core, email: string): Promise<Item | null> {
  const named: UserId[] = [];
  for await (const { sk } of queryItems(table, { ...contactsOf(email), limit: mostNamed })) {
    named.push(UserId.parse(sk));
    if (named.length === mostNamed) break;
  }
  const items = await readItems(table, named.map(keys.user));
  const hash = hashEmail(email);
  const accounts = items.filter((item) => {
    const { role, email: theirs, verified_at } = toUser(item);
    return role !== "guest" && !verified_at && theirs !== null && hashEmail(theirs) === hash;
  });
  return accounts.sort((a, b) => numberOf(a) - numberOf(b))[0] ?? null;
}

const numberOf = ({ user_id }: Item): number => Number(String(user_id).slice("user-".length));
