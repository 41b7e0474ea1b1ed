import { createHash, timingSafeEqual } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import { toInstant } from "../time.ts";
import { mostTries } from "./limits.rules.ts";
import { openAddress } from "./sealed-address.ts";
import { countTry, keyOfSignIn, type StoredSignIn, toSignIn } from "./sign-in.table.ts";
import type { ConfirmSignIn, DescribedSignIn, SignInPurpose } from "./sign-in.ts";
import { secretsOf } from "./sign-in-secrets.ts";

/** A request that somebody has shown the code or the token of; `user_id` if the operator named an account. */
export type OpenedSignIn = { request_id: string; email: string; user_id: UserId | null; purpose: SignInPurpose };

/** Wrong, used, dead, expired and unknown are one answer. */
export const refuseSignIn = (): EventlyError => new EventlyError("SIGN_IN_REFUSED", {});

/** Uses nothing up but one of five tries of a code. Throws SIGN_IN_REFUSED. */
export async function openSignIn(core: Core, input: ConfirmSignIn): Promise<OpenedSignIn> {
  const { token, request_id = requestOf(token ?? ""), code } = input;
  const signIn = token === undefined ? await tryCode(core, request_id, code ?? "") : await findByToken(core, token);
  const email = signIn && openAddress(core.secret, request_id, signIn.sealed_address);
  if (!email) throw refuseSignIn();
  const purpose = signIn.change_email ? "change-email" : "sign-in";
  return { request_id, email, user_id: signIn.user_id ?? null, purpose };
}

/** What asked for a link, to be told where it is opened. Throws SIGN_IN_REFUSED. */
export async function describeToken(core: Core, token: string): Promise<DescribedSignIn> {
  const signIn = await findByToken(core, token);
  if (!signIn) throw refuseSignIn();
  return { asked_at: toInstant(signIn.asked_at), device: signIn.device };
}

async function tryCode(core: Core, request_id: string, code: string): Promise<StoredSignIn | null> {
  const counted = await updateItem(core.table, countTry(request_id, core.clock()));
  if (!counted.done) return null;
  return isSame(code, secretsOf(core.secret, request_id).code) ? toSignIn(counted.item) : null;
}

async function findByToken(core: Core, token: string): Promise<StoredSignIn | null> {
  const request_id = requestOf(token);
  if (!isSame(token, secretsOf(core.secret, request_id).token)) return null;
  const item = await readItem(core.table, keyOfSignIn(request_id));
  const signIn = item && toSignIn(item);
  // No mail has the link of a change.
  if (signIn?.change_email) return null;
  return signIn && signIn.tries < mostTries && signIn.purge_at >= core.clock() ? signIn : null;
}

const requestOf = (token: string): string => token.slice(0, Math.max(0, token.indexOf(".")));

/** Takes the same time whatever is wrong. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
