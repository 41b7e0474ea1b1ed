import type { EventId, UserId, VenueId } from "../ids.ts";
import { put, update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { type Contact, User } from "./user.ts";

export const toUser = (item: Item): User => User.parse(item);

export function putUser(user: User): Action {
  return put({ put: { ...keys.user(user.user_id), ...user }, condition: "attribute_not_exists(pk)" });
}

/** guest -> account; fails if it is one already, or has booked although nothing `follows`. */
export function makeAccount({ user_id, email, phone, name, role }: User, follows: boolean): Action {
  return update({
    key: keys.user(user_id),
    update: "SET email = :email, phone = :phone, #name = :name, #role = :role",
    ...(follows ? guestOnly : guestWithoutBooking),
    names: { "#name": "name", "#role": "role" },
    values: { ":email": email, ":phone": phone, ":name": name, ":role": role, ":guest": "guest" },
  });
}

/**
 * Sets the e-mail for a guest's tickets; an account's e-mail is its claim and can't change. Fails, too, if the guest has
 * booked although nothing `follows`.
 */
export function setEmail(user_id: UserId, email: string, follows: boolean): Action {
  return update({
    key: keys.user(user_id),
    update: "SET email = :email",
    ...(follows ? guestOnly : guestWithoutBooking),
    names: { "#role": "role" },
    values: { ":email": email, ":guest": "guest" },
  });
}

const guestOnly = { condition: "#role = :guest" } as const;
const guestWithoutBooking = { condition: "#role = :guest AND attribute_not_exists(has_booked)" } as const;

/** Of a booking: its buyer's contact is still the one that it states, and whoever corrects it from now on finds out. */
export function markBuyer(user_id: UserId, { name, email }: Contact): Action {
  return update({
    key: keys.user(user_id),
    update: "SET has_booked = :yes",
    condition: "#name = :name AND email = :email",
    names: { "#name": "name" },
    values: { ":yes": true, ":name": name, ":email": email },
  });
}

/** Whether a person is marked by `markBuyer`; the version before marked nobody. */
export const hasBooked = (item: Item | null): boolean => item?.has_booked === true;

/**
 * An account's claim to its e-mail; the condition makes it unique. A guest's e-mail is for contact only, not a claim.
 */
export function claimEmail(email: string, user_id: UserId): Action {
  return put({ put: { ...keys.email(email), user_id }, condition: "attribute_not_exists(pk)" });
}

/** A session by the hash of its token, so that read access to the table doesn't allow impersonation. */
export function putSession(hash: string, { user_id, role }: Pick<User, "user_id" | "role">, ends_at: number): Action {
  return put({
    put: { ...keys.session(hash), user_id, role, ends_at, purge_at: ends_at },
    condition: "attribute_not_exists(pk)",
  });
}

export function putOwnerPointer(user_id: UserId, id: EventId | VenueId): Action {
  return { put: { ...keys.owned(user_id, id) } };
}

/** By when the index of a person's bookings has those made before, in seconds. */
const indexLag = 5;

/** The person's bookings have to follow what they corrected at `at` (epoch seconds); a later correction takes over. */
export function putContactJob(user_id: UserId, at: number): Action {
  const key = keys.job("contact", user_id);
  return { put: { ...key, user_id, asked_at: at, ...dueAt("bulk", key.pk, at + indexLag) } };
}

/** A booking, as the index of a person's bookings lists it, gets their corrected contact. */
export function setBuyer({ pk, sk }: Item, { name, email }: Contact): UpdateAction {
  return update({
    key: { pk: String(pk), sk: String(sk) },
    update: "SET buyer = :buyer",
    condition: "attribute_exists(pk)",
    values: { ":buyer": { name, email } },
  });
}

export function removeOwnerPointer(user_id: UserId, id: EventId | VenueId): Action {
  return { remove: keys.owned(user_id, id) };
}
