import { randomBytes } from "node:crypto";
import type { Core } from "../core.ts";
import { putMail } from "../mail/mail.table.ts";
import type { Network } from "../network/network.ts";
import type { Action } from "../table/transact.ts";
import { writeNew } from "../table/write-new.ts";
import { countCode } from "./count-code.ts";
import { signInSeconds } from "./limits.rules.ts";
import { limitMails, tooManyMails } from "./mail-limits.ts";
import { sealAddress } from "./sealed-address.ts";
import { putSignIn, type StoredSignIn } from "./sign-in.table.ts";
import type { RequestSignIn, SignInRequested } from "./sign-in.ts";

type Asking = { network: Network | null; device: string | null };

/**
 * Asks for a mail with a code and a link. Nothing is looked up, so that nobody learns by the answer, or by how long it takes,
 * whether there is an account. Beyond a day's codes to an address the mail has the link alone; a change of address, whose mail
 * has no link, is refused then. Throws NETWORK_LIMIT.
 */
export async function requestSignIn(
  core: Core,
  { email, purpose }: RequestSignIn,
  { network, device }: Asking,
): Promise<SignInRequested> {
  limitMails(core.askedMails.toSignIn, network, email);
  const { isLeft, wait } = network ? await countCode(core, email) : unlimited;
  if (purpose === "change-email" && !isLeft) throw tooManyMails(wait);
  const asked = {
    ...(purpose === "change-email" ? { change_email: true as const } : {}),
    ...(isLeft ? {} : { link_only: true as const }),
  };
  const { request_id, until, write } = describeSignIn(core, { email, device, ...asked });
  const from = device === null ? {} : { device };
  const mail = { kind: "sign-in", request_id, email, until, ...from, ...asked } as const;
  await writeNew(core.table, [write, ...(core.mailer ? [putMail(mail, core.clock())] : [])]);
  return { request_id };
}

const unlimited = { isLeft: true, wait: 0 } as const;

type Describing = { email: string } & Pick<StoredSignIn, "device" | "user_id" | "change_email" | "link_only">;

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
