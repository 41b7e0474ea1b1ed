import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { UserId } from "../ids.ts";
import { put, remove, update } from "../table/actions.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { mostTries } from "./limits.rules.ts";

/** A request to sign in; its id, code and token are not in it. */
export const StoredSignIn = z.object({
  asked_at: z.number(),
  sealed_address: z.string(),
  tries: z.int(),
  device: z.nullable(z.string()),
  /** Whom the operator made a link for; absent in a request by mail, which is for whoever has the address. */
  user_id: z.optional(UserId),
  /** To give an account another address; absent where it signs in. */
  change_email: z.optional(z.literal(true)),
  /** Its mail has no code; absent where it has. */
  link_only: z.optional(z.literal(true)),
  /** Its end. Readers check it: the engine removes late. */
  purge_at: z.number(),
});
export type StoredSignIn = z.infer<typeof StoredSignIn>;

export const keyOfSignIn = (request_id: string): Key =>
  keys.signIn(createHash("sha256").update(request_id).digest("base64url"));

export const toSignIn = (item: Item): StoredSignIn => StoredSignIn.parse(item);

export function putSignIn(request_id: string, signIn: StoredSignIn): Action {
  return put({ put: { ...keyOfSignIn(request_id), ...signIn }, condition: "attribute_not_exists(pk)" });
}

/** Counts a try before the code is looked at, so that of tries at once no more than five are. */
export function countTry(request_id: string, now: number): UpdateAction {
  return update({
    key: keyOfSignIn(request_id),
    update: "SET tries = tries + :one",
    condition: "tries < :most AND purge_at >= :now AND attribute_not_exists(link_only)",
    values: { ":one": 1, ":most": mostTries, ":now": now },
  });
}

/** Uses a request up, once for code and link together. */
export function removeSignIn(request_id: string, now: number): Action {
  return remove({ remove: keyOfSignIn(request_id), condition: "purge_at >= :now", values: { ":now": now } });
}
