import { createHmac } from "node:crypto";
import type { Core } from "../core.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import { normalizeEmail } from "../text/normalize-email.ts";

/** How many mails with a code go to one address in a day: each lets whoever asked guess five times. */
export const mostCodes = 20;

const day = 86_400;

/**
 * Counts a mail with a code, in all processes together; `isLeft` is false beyond the day's share; the next day begins in
 * `wait` seconds. The address stands nowhere: it may be nobody's account. Throws UNAVAILABLE.
 */
export async function countCode(
  { table, secret, clock }: Core,
  email: string,
): Promise<{ isLeft: boolean; wait: number }> {
  const now = clock();
  const today = Math.floor(now / day);
  const hash = createHmac("sha256", secret)
    .update(`codes ${today} ${normalizeEmail(email)}`)
    .digest("base64url");
  const { done } = await updateItem(
    table,
    update({
      key: keys.codes(hash),
      update: "SET purge_at = :end ADD codes :one",
      condition: "attribute_not_exists(codes) OR codes < :most",
      values: { ":one": 1, ":most": mostCodes, ":end": (today + 2) * day },
    }),
  );
  return { isLeft: done, wait: Math.max(1, Math.ceil((today + 1) * day - now)) };
}
