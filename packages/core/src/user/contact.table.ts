import { createHash } from "node:crypto";
import type { UserId } from "../ids.ts";
import { contactsAt, keys } from "../table/keys.ts";
import type { Query } from "../table/query-items.ts";
import type { Action } from "../table/transact.ts";
import { normalizeEmail } from "../text/email.rules.ts";

/** The hash under which all who name an address are found, whether it is theirs or not. */
export const hashEmail = (email: string): string =>
  createHash("sha256").update(normalizeEmail(email)).digest("base64url");

/** Somebody says to be reached at an address that nobody has verified to be theirs. */
export function putContact(email: string, user_id: UserId): Action {
  return { put: keys.contact(hashEmail(email), user_id) };
}

export function removeContact(email: string, user_id: UserId): Action {
  return { remove: keys.contact(hashEmail(email), user_id) };
}

/** What a change of somebody's address writes beside it. */
export function moveContact(user_id: UserId, from: string | null, to: string): Action[] {
  const isSame = from !== null && hashEmail(from) === hashEmail(to);
  return [...(from === null || isSame ? [] : [removeContact(from, user_id)]), putContact(to, user_id)];
}

export const contactsOf = (email: string): Query => ({ partition: contactsAt(hashEmail(email)), consistent: true });
