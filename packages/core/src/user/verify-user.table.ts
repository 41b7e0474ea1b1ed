import type { UserId } from "../ids.ts";
import { check, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
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

/** Fails unless the address is claimed by this account, whether it is verified yet or not. */
export function checkClaim(email: string, user_id: UserId): Action {
  return check({ check: keys.email(email), condition: "user_id = :user", values: { ":user": user_id } });
}
