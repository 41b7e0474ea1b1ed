import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import type { SignInMail } from "../mail/mail.ts";
import { secretsOf } from "../sign-in/sign-in-secrets.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { findRoles } from "../user/find-roles.ts";
import type { Envelope } from "./mailer.ts";

/** The letter with the code and the link of a request to sign in, which stand in no record. Throws UNAVAILABLE. */
export async function composeSignIn(
  core: Core,
  { request_id, email }: SignInMail,
): Promise<Omit<Envelope, "message_id">> {
  const { code, token } = secretsOf(core.secret, request_id);
  const letter = { kind: "sign-in", code, path: `/sign-in#token=${token}` } as const;
  return { to: email, toAdmin: await isAdmins(core, email), letter };
}

async function isAdmins({ table }: Core, email: string): Promise<boolean> {
  const claim = await readItem(table, keys.email(email));
  if (!claim) return false;
  const user_id = claim.user_id as UserId;
  const roleOf = await findRoles(table, [user_id]);
  return roleOf(user_id) === "admin";
}
