import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import type { Network } from "../network/network.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import { toInstant } from "../time.ts";
import { openAddress } from "./sealed-address.ts";
import { countTry, keyOfSignIn, mostTries, type StoredSignIn, toSignIn } from "./sign-in.table.ts";
import type { ConfirmSignIn, DescribedSignIn } from "./sign-in.ts";
import { secretsOf } from "./sign-in-secrets.ts";
import { isCode, isSame } from "./wrong-codes.ts";

/** A request that somebody has shown the code or the token of; `user_id` if the operator named an account. */
export type OpenedSignIn = { request_id: string; email: string; user_id: UserId | null };

/** Wrong, used, dead, expired and unknown are one answer. */
export const refuseSignIn = (): EventlyError => new EventlyError("SIGN_IN_REFUSED", {});

/** Uses nothing up but one of five tries of a code, which comes from `network`. Throws SIGN_IN_REFUSED. */
export async function openSignIn(core: Core, input: ConfirmSignIn, network: Network | null): Promise<OpenedSignIn> {
  const { token, request_id = requestOf(token ?? ""), code = "" } = input;
  const signIn = token === undefined ? await tryCode(core, request_id) : await findByToken(core, token);
  const email = signIn && openAddress(core.secret, request_id, signIn.sealed_address);
  if (!email) throw refuseSignIn();
  if (token === undefined && !isCode(core, { request_id, code, email }, network)) throw refuseSignIn();
  return { request_id, email, user_id: signIn.user_id ?? null };
}

/** What asked for a link, to be told where it is opened. Throws SIGN_IN_REFUSED. */
export async function describeToken(core: Core, token: string): Promise<DescribedSignIn> {
  const signIn = await findByToken(core, token);
  if (!signIn) throw refuseSignIn();
  return { asked_at: toInstant(signIn.asked_at), device: signIn.device };
}

/** Null once its tries are used up. */
async function tryCode({ table, clock }: Core, request_id: string): Promise<StoredSignIn | null> {
  const counted = await updateItem(table, countTry(request_id, clock()));
  return counted.done ? toSignIn(counted.item) : null;
}

async function findByToken(core: Core, token: string): Promise<StoredSignIn | null> {
  const request_id = requestOf(token);
  if (!isSame(token, secretsOf(core.secret, request_id).token)) return null;
  const item = await readItem(core.table, keyOfSignIn(request_id));
  const signIn = item && toSignIn(item);
  return signIn && signIn.tries < mostTries && signIn.purge_at >= core.clock() ? signIn : null;
}

const requestOf = (token: string): string => token.slice(0, Math.max(0, token.indexOf(".")));
