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

/** guest -> account; fails if it is one already. */
export function makeAccount({ user_id, email, phone, name, role }: User): Action {
  return update({
    key: keys.user(user_id),
    update: "SET email = :email, phone = :phone, #name = :name, #role = :role",
    condition: "#role = :guest",
    names: { "#name": "name", "#role": "role" },
    values: { ":email": email, ":phone": phone, ":name": name, ":role": role, ":guest": "guest" },
  });
}

/** Sets the e-mail for a guest's tickets; an account's e-mail is its claim and can't change. */
export function setEmail(user_id: UserId, email: string): Action {
  return update({
    key: keys.user(user_id),
    update: "SET email = :email",
    condition: "#role = :guest",
    names: { "#role": "role" },
    values: { ":email": email, ":guest": "guest" },
  });
}

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

/** The person's bookings have to follow what they corrected at `at` (epoch seconds); a later correction takes over. */
export function putContactJob(user_id: UserId, at: number): Action {
  const key = keys.job("contact", user_id);
  return { put: { ...key, user_id, asked_at: at, ...dueAt("bulk", key.pk, at) } };
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
