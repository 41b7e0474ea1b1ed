import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { describeSignIn } from "../sign-in/request-sign-in.ts";
import { secretsOf } from "../sign-in/sign-in-secrets.ts";
import { writeNew } from "../table/write-new.ts";
import { getAccount } from "./get-account.ts";

/**
 * The token of a link that signs in to an account, once and within ten minutes, and verifies its address as a mail would. Throws
 * USER_NOT_FOUND, also for a guest, who has no account.
 */
export async function makeSignInLink(core: Core, { user_id }: { user_id: UserId }): Promise<{ token: string }> {
  const { email } = await getAccount(core, user_id);
  if (email === null) throw new EventlyError("USER_NOT_FOUND", {});
  const { request_id, write } = describeSignIn(core, { email, device: null, user_id });
  const entry = { subject: user_id, at: core.clock(), actor: operator, action: "account.sign_in_link" } as const;
  await writeNew(core.table, [write, putJournal(entry)]);
  return { token: secretsOf(core.secret, request_id).token };
}
