import * as z from "zod/mini";
import { StoredPaymentId } from "../ids.ts";
import type { Named } from "../payment/wake.ts";
import { remove } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";

/** A payment that could not be looked at when the gateway had news of it. */
const Look = z.object({
  payment_id: StoredPaymentId,
  account: z.nullable(z.string()),
  about: z.enum(["attempt", "money", "account"]),
  asked_at: z.string(),
});
type Look = z.infer<typeof Look>;

export const toLook = (item: Item): Look => Look.parse(item);

/** To be looked at from `at` on, by a piece of work of its own. Epoch seconds. */
export function putLook({ payment_id, account, about }: Named, { now, at }: { now: number; at: number }): Action {
  const key = keys.job("look", payment_id);
  return { put: { ...key, payment_id, account, about, asked_at: toInstant(now), ...dueAt("money", key.pk, at) } };
}

/** Done, unless there was news again since. */
export function removeLook({ payment_id, asked_at }: Look): Action {
  return remove({
    remove: keys.job("look", payment_id),
    condition: "asked_at = :asked",
    values: { ":asked": asked_at },
  });
}
