import { randomBytes } from "node:crypto";
import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { putMail } from "../mail/mail.table.ts";
import type { Network } from "../network/network.ts";
import type { Action } from "../table/transact.ts";
import { writeNew } from "../table/write-new.ts";
import { signInSeconds } from "./limits.rules.ts";
import { limitMails } from "./mail-limits.ts";
import { sealAddress } from "./sealed-address.ts";
import { putSignIn } from "./sign-in.table.ts";
import type { RequestSignIn, SignInRequested } from "./sign-in.ts";

type Asking = { network: Network | null; device: string | null };

/**
 * Asks for a mail with a code and a link. Nothing is looked up, so that nobody learns by the answer, or by how long it takes,
 * whether there is an account. Throws NETWORK_LIMIT.
 */
export async function requestSignIn(
  core: Core,
  { email }: RequestSignIn,
  { network, device }: Asking,
): Promise<SignInRequested> {
  limitMails(core, network, email);
  const { request_id, until, write } = describeSignIn(core, { email, device });
  const mail = { kind: "sign-in", request_id, email, until, ...(device === null ? {} : { device }) } as const;
  await writeNew(core.table, [write, ...(core.mailer ? [putMail(mail, core.clock())] : [])]);
  return { request_id };
}

type Describing = { email: string; device: string | null; user_id?: UserId };

/** A new request, to be written. Its id has 128 random bits. */
export function describeSignIn(core: Core, asked: Describing): { request_id: string; until: number; write: Action } {
  const { email, ...rest } = asked;
  const request_id = randomBytes(16).toString("base64url");
  const asked_at = core.clock();
  const until = Math.ceil(asked_at) + signInSeconds;
  const sealed_address = sealAddress(core.secret, request_id, email);
  return {
    request_id,
    until,
    write: putSignIn(request_id, { asked_at, sealed_address, tries: 0, ...rest, purge_at: until }),
  };
}
