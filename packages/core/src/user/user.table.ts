import type { EventId, OrganizationId, OwnerId, UserId, VenueId } from "../ids.ts";
import { check, dynamicUpdate, put, update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { type Contact, type Role, type Suspension, User } from "./user.ts";

export const toUser = (item: Item): User => User.parse(item);

/** The organizations that somebody was a member of once; they may be again. */
export const organizationsLeft = ({ was_in = new Set() }: Item): OrganizationId[] => [
  ...(was_in as Set<OrganizationId>),
];

/** The organizations that somebody is or was a member of. */
export function organizationsEver(item: Item): OrganizationId[] {
  const own = Object.keys(toUser(item).memberships ?? {}) as OrganizationId[];
  return [...new Set([...own, ...organizationsLeft(item)])];
}

/** The account that a guest's bookings were moved to, and when they last were, in epoch seconds. */
export type Merged = { into: UserId; at: number };

/** Null for anybody whose bookings are their own. */
export const mergedOf = ({ merged_into, merged_at }: Item): Merged | null =>
  merged_into === undefined ? null : { into: merged_into as UserId, at: Number(merged_at) };

/** Whether nobody is behind a user's id any more: it stands in bookings and journals, and leads to no one. */
export const isDeleted = (item: Item | null): boolean => item?.deleted_at !== undefined;

/** The organization that an account began with; it may have left it since. */
export const ownOf = ({ own_organization }: Item): OrganizationId | null =>
  (own_organization as OrganizationId | undefined) ?? null;

/** Whoever begins as a member has an organization of their own. */
const beganWith = ({ memberships = {} }: User) => Object.keys(memberships)[0];

export function putUser(user: User): Action {
  const own = beganWith(user);
  const item = { ...keys.user(user.user_id), ...user, ...(own ? { own_organization: own } : {}) };
  return put({ put: item, condition: "attribute_not_exists(pk)" });
}

/** A guest made for somebody who buys at the box office, in the transaction of their first booking. */
export function putBuyer(user: User): Action {
  return put({ put: { ...keys.user(user.user_id), ...user, has_booked: true }, condition: "attribute_not_exists(pk)" });
}

/** Of a guest as it was read: the address that it has, and whether its bookings follow what changes. */
type AsRead = { was: string | null; follows: boolean };

/**
 * guest -> account; fails if it is one already or its bookings were moved, if its address is another by now, or if it has
 * booked although nothing `follows`.
 */
export function makeAccount(user: User, { was, follows }: AsRead): Action {
  const { user_id, email, phone, name, role, memberships } = user;
  const own = beganWith(user);
  return dynamicUpdate({
    key: keys.user(user_id),
    update: `SET email = :email, phone = :phone, #name = :name, #role = :role${own ? ", memberships = :own, own_organization = :id" : ""}`,
    ...(follows ? guestAsRead : guestWithoutBooking),
    names: { "#name": "name", "#role": "role" },
    values: {
      ...{ ":email": email, ":phone": phone, ":name": name, ":role": role },
      ...{ ":guest": "guest", ":was": was, ...(own ? { ":own": memberships, ":id": own } : {}) },
    },
  });
}

/** Sets the e-mail for a guest's tickets; that of an account changes in other ways. Fails as `makeAccount` does. */
export function setEmail(user_id: UserId, email: string, { was, follows }: AsRead): Action {
  return update({
    key: keys.user(user_id),
    update: "SET email = :email",
    ...(follows ? guestAsRead : guestWithoutBooking),
    names: { "#role": "role" },
    values: { ":email": email, ":guest": "guest", ":was": was },
  });
}

const asRead =
  "#role = :guest AND email = :was AND attribute_not_exists(merged_into) AND attribute_not_exists(deleted_at)";
const guestAsRead = { condition: asRead } as const;
const guestWithoutBooking = { condition: `${asRead} AND attribute_not_exists(has_booked)` } as const;

/** A guest's bookings go to an account; their sessions are good for holds that are open. Fails once they have an account. */
export function mergeGuest(user_id: UserId, { into, at }: Merged): Action {
  return update({
    key: keys.user(user_id),
    update: "SET merged_into = :into, merged_at = :at",
    condition: "#role = :guest AND attribute_not_exists(deleted_at)",
    names: { "#role": "role" },
    values: { ":into": into, ":at": at, ":guest": "guest" },
  });
}

/** Fails its transaction once a guest has another address, or an account. */
export const checkContact = (user_id: UserId, email: string): Action =>
  check({
    check: keys.user(user_id),
    condition: "#role = :guest AND email = :email",
    names: { "#role": "role" },
    values: { ":guest": "guest", ":email": email },
  });

/** Fails its transaction once somebody signed in by a mail to the account's address. */
export const checkUnverified = (user_id: UserId): Action =>
  check({
    check: keys.user(user_id),
    condition: "attribute_exists(pk) AND attribute_not_exists(verified_at) AND attribute_not_exists(deleted_at)",
  });

/** The same, and once it is a member of anything else than was read. */
export function checkUnverifiedAs({ user_id, memberships }: User): Action {
  return check({
    check: keys.user(user_id),
    condition: `attribute_exists(pk) AND attribute_not_exists(verified_at) AND attribute_not_exists(deleted_at) AND ${sameMemberships}`,
    values: { ":memberships": memberships ?? {} },
  });
}

/** Of `:memberships`, as read. */
export const sameMemberships = "(attribute_not_exists(memberships) OR memberships = :memberships)";

/** Ends all sessions of a person, however many there are. */
export function endSessions(user_id: UserId): UpdateAction {
  return update({
    key: keys.user(user_id),
    update: "ADD session_version :one",
    condition: "attribute_exists(pk)",
    values: { ":one": 1 },
  });
}

/**
 * Of a booking: its buyer's contact is still the one that it states, and whoever corrects it from now on finds out. What
 * is paid for is booked whether or not the account was suspended since; nothing is, for who was deleted.
 */
export function markBuyer(user_id: UserId, { name, email }: Contact, { isPaid }: { isPaid: boolean }): Action {
  return update({
    key: keys.user(user_id),
    update: "SET has_booked = :yes",
    ...(isPaid ? sameContact : sameContactNotSuspended),
    names: { "#name": "name" },
    values: { ":yes": true, ":name": name, ":email": email },
  });
}

/** Fails its transaction once the account is suspended or deleted; accounts of the version before are neither. */
export const checkNotSuspended = (user_id: UserId): Action =>
  check({
    check: keys.user(user_id),
    condition: "attribute_not_exists(suspended) AND attribute_not_exists(deleted_at)",
  });

/** Fails its transaction unless the account is suspended as it was read. */
export const checkSuspended = (user_id: UserId, { at }: Suspension): Action =>
  check({ check: keys.user(user_id), condition: "suspended.#at = :at", names: { "#at": "at" }, values: { ":at": at } });

/** account -> suspended; fails for a guest, and for one that is suspended already. */
export function suspendUser(user_id: UserId, suspended: Suspension): Action {
  return update({
    key: keys.user(user_id),
    update: "SET suspended = :suspended",
    condition: "attribute_exists(#role) AND #role <> :guest AND attribute_not_exists(suspended)",
    names: { "#role": "role" },
    values: { ":suspended": suspended, ":guest": "guest" },
  });
}

/** suspended -> as before. */
export function resumeUser(user_id: UserId): Action {
  return update({
    key: keys.user(user_id),
    update: "REMOVE suspended",
    condition: "attribute_exists(suspended)",
  });
}

/** Fails unless the account has the role that was read. Who was an admin has by what they made then no part in an organization. */
export function setRole(user_id: UserId, { from, to }: { from: Role; to: Role }): Action {
  const asRead = { key: keys.user(user_id), condition: "#role = :from", names: { "#role": "role" } } as const;
  const values = { ":from": from, ":to": to };
  if (from !== "admin") return update({ ...asRead, update: "SET #role = :to", values });
  return update({
    ...{ ...asRead, update: "SET #role = :to, memberships = if_not_exists(memberships, :none)" },
    values: { ...values, ":none": {} },
  });
}

/** The same of an account that a guest's booking is moved to: whom it was is known from then on. */
export function markAdopter(user_id: UserId, { name, email }: Contact, guest: UserId): Action {
  return update({
    key: keys.user(user_id),
    update: "SET has_booked = :yes ADD guest_ids :guest",
    ...sameContactNotSuspended,
    names: { "#name": "name" },
    values: { ":yes": true, ":guest": new Set<string>([guest]), ":name": name, ":email": email },
  });
}

/** The guests whose bookings were moved to an account, as far as this version moved them. */
export const guestsOf = ({ guest_ids }: Item): UserId[] => [...((guest_ids as Set<UserId> | undefined) ?? [])];

const sameBuyer = "#name = :name AND email = :email AND attribute_not_exists(deleted_at)";
const sameContact = { condition: sameBuyer } as const;
const sameContactNotSuspended = { condition: `${sameBuyer} AND attribute_not_exists(suspended)` } as const;

/** Whether a person is marked by `markBuyer`; the version before marked nobody. */
export const hasBooked = (item: Item | null): boolean => item?.has_booked === true;

/** An account's claim to its e-mail; the condition makes it unique. Only a verified address is claimed. */
export function claimEmail(email: string, user_id: UserId): Action {
  return put({ put: { ...keys.email(email), user_id }, condition: "attribute_not_exists(pk)" });
}

export function putOwnerPointer(owner_id: OwnerId, id: EventId | VenueId): Action {
  return { put: { ...keys.owned(owner_id, id) } };
}

/** By when the index of a person's bookings has those made before, in seconds. */
const indexLag = 5;

/** The person's bookings have to follow what they corrected at `at` (epoch seconds); a later correction takes over. */
export function putContactJob(user_id: UserId, at: number): Action {
  const key = keys.job("contact", user_id);
  return { put: { ...key, user_id, asked_at: at, ...dueAt("bulk", key.pk, at + indexLag) } };
}

/** A booking, as the index of a person's bookings lists it, gets their corrected contact, unless it is another's by now. */
export function setBuyer({ pk, sk, user_id }: Item, { name, email }: Contact): UpdateAction {
  return update({
    key: { pk: String(pk), sk: String(sk) },
    update: "SET buyer = :buyer",
    condition: "user_id = :user",
    values: { ":buyer": { name, email }, ":user": user_id },
  });
}

export function removeOwnerPointer(owner_id: OwnerId, id: EventId | VenueId): Action {
  return { remove: keys.owned(owner_id, id) };
}
