import type { UserId } from "../ids.ts";
import { check, dynamicUpdate, remove, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { sameMemberships } from "./user.table.ts";
import type { User } from "./user.ts";
import type { Versions } from "./versions.ts";

type Unverified = Pick<User, "user_id" | "email">;

/**
 * unverified -> verified: the address is theirs, and all sessions and links that were made before it was known end. Fails if it
 * happened already, if the address is another by now, and if the sessions were ended since `was` was read.
 */
export function verifyUser({ user_id, email }: Unverified, verified_at: string, was: Versions): Action {
  const { session_version } = was;
  const action = {
    key: keys.user(user_id),
    update: "SET verified_at = :at, session_version = :next ADD link_version :one",
    names: { "#role": "role" },
  } as const;
  const values = { ":at": verified_at, ":next": session_version + 1, ":one": 1, ":email": email, ":guest": "guest" };
  const unverified = "attribute_not_exists(verified_at) AND email = :email AND #role <> :guest";
  if (session_version === 0)
    return update({ ...action, condition: `${unverified} AND attribute_not_exists(session_version)`, values });
  return update({
    ...{ ...action, condition: `${unverified} AND session_version = :was` },
    values: { ...values, ":was": session_version },
  });
}

/**
 * An account has another address, which is verified, and every session ends; its links, too, if it was unverified. Fails if it
 * changed since it was read, if it is suspended, or if it has booked although nothing `follows`.
 */
export function changeAddress(
  { user_id, email, verified_at }: User,
  before: User,
  { was, follows }: { was: Versions; follows: boolean },
): Action {
  const asRead = was.session_version === 0 ? "attribute_not_exists(session_version)" : "session_version = :was";
  const booked = follows ? "" : " AND attribute_not_exists(has_booked)";
  return dynamicUpdate({
    key: keys.user(user_id),
    update: "SET email = :email, verified_at = :at, session_version = :next ADD link_version :ended",
    condition: `email = :before AND #role <> :guest AND attribute_not_exists(suspended) AND ${asRead}${booked}`,
    names: { "#role": "role" },
    values: {
      ...{ ":email": email, ":before": before.email, ":at": verified_at, ":guest": "guest" },
      ":next": was.session_version + 1,
      ":ended": before.verified_at ? 0 : 1,
      ...(was.session_version === 0 ? {} : { ":was": was.session_version }),
    },
  });
}

/**
 * The account's address becomes another one's: nobody has verified it any more, and all its sessions and links end. Fails once it has
 * booked, is suspended, or is a member of anything else than was read.
 */
export function giveUpAddress({ user_id, verified_at, memberships }: User): Action {
  return update({
    key: keys.user(user_id),
    update: "REMOVE verified_at ADD session_version :one, link_version :one",
    condition: `verified_at = :at AND attribute_not_exists(has_booked) AND attribute_not_exists(suspended) AND ${sameMemberships}`,
    values: { ":at": verified_at, ":one": 1, ":memberships": memberships ?? {} },
  });
}

/** An address becomes another account's. */
export function moveClaim(email: string, { from, to }: { from: UserId; to: UserId }): Action {
  return update({
    key: keys.email(email),
    update: "SET user_id = :to",
    condition: "user_id = :from",
    values: { ":from": from, ":to": to },
  });
}

/** Frees an address that the account has claimed. */
export function dropClaim(email: string, user_id: UserId): Action {
  return remove({ remove: keys.email(email), condition: "user_id = :user", values: { ":user": user_id } });
}

/** Fails unless the address is claimed by this account, whether it is verified yet or not. */
export function checkClaim(email: string, user_id: UserId): Action {
  return check({ check: keys.email(email), condition: "user_id = :user", values: { ":user": user_id } });
}
