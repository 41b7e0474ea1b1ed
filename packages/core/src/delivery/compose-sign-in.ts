import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import type { SignInMail } from "../mail/mail.ts";
import { secretsOf } from "../sign-in/sign-in-secrets.ts";
import { keys } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { contactsOf } from "../user/contact.table.ts";
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

/** Whether an admin has the address, or names it: whoever reads the mail may become them. */
export async function isAdmins({ table }: Core, email: string): Promise<boolean> {
  const [claim, named] = await Promise.all([
    readItem(table, keys.email(email)),
    queryPage(table, { ...contactsOf(email), limit: mostNamed }),
  ]);
  const people = [...(claim ? [claim.user_id] : []), ...named.items.map(({ sk }) => sk)] as UserId[];
  const roleOf = await findRoles(table, people);
  return people.some((user_id) => roleOf(user_id) === "admin");
}

/** How many who name an address are looked at. */
const mostNamed = 1_000;
