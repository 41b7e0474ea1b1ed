import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import type { SignInMail } from "../mail/mail.ts";
import { secretsOf } from "../sign-in/sign-in-secrets.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { findRoles } from "../user/find-roles.ts";
import { listNamed } from "../user/list-named.ts";
import type { Envelope } from "./mailer.ts";

/** The letter with the code, the link, or both of a request to sign in, which stand in no record. Throws UNAVAILABLE. */
export async function composeSignIn(
  core: Core,
  { request_id, email, device, change_email, link_only }: SignInMail,
): Promise<Omit<Envelope, "message_id">> {
  const { code, token } = secretsOf(core.secret, request_id);
  const letter = {
    kind: "sign-in",
    code: link_only ? null : code,
    path: change_email ? null : `/sign-in#token=${token}`,
    device: device ?? null,
  } as const;
  return { to: email, toAdmin: await isAdmins(core, email), letter };
}

/** Whether an admin has the address, or names it: whoever reads the mail may become them. */
export async function isAdmins({ table }: Core, email: string): Promise<boolean> {
  const [claim, named] = await Promise.all([readItem(table, keys.email(email)), listNamed(table, email)]);
  const people = [...(claim ? [claim.user_id as UserId] : []), ...named];
  const roleOf = await findRoles(table, people);
  return people.some((user_id) => roleOf(user_id) === "admin");
}
