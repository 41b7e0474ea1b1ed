import type { OwnerId } from "../ids.ts";
import { dynamicUpdate } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";

/** A mail of `seller`, to an address that nobody has verified. */
export type Unasked = { email: string; seller: OwnerId };

/** How many hours' worth of mails an address gets in a day. */
const hoursADay = 3;
const [hourSeconds, daySeconds] = [3_600, 86_400];

function placeOf({ email, seller }: Unasked, now: number) {
  const [day = "", hour = ""] = toInstant(now).split(/[T:]/);
  return { key: keys.mailCount(hashEmail(email), seller, day), names: { "#hour": `hour_${hour}` } };
}

/**
 * One mail more; fails once the address had `most` about this seller's events in this hour, or three times as many on this
 * day, both of UTC. `now` in epoch seconds.
 */
export function countMail(mail: Unasked, most: number, now: number): UpdateAction {
  return dynamicUpdate({
    ...placeOf(mail, now),
    update: "SET purge_at = :purge ADD sent :one, #hour :one",
    condition: "(attribute_not_exists(sent) OR sent < :day) AND (attribute_not_exists(#hour) OR #hour < :hour)",
    values: { ":one": 1, ":hour": most, ":day": most * hoursADay, ":purge": Math.ceil(now) + 2 * daySeconds },
  });
}

/** One mail less, which was counted at `counted` and not accepted. */
export function uncountMail(mail: Unasked, counted: number): UpdateAction {
  return dynamicUpdate({
    ...placeOf(mail, counted),
    update: "ADD sent :less, #hour :less",
    condition: "attribute_exists(pk)",
    values: { ":less": -1 },
  });
}

/** When an address gets mails again that had `sent` on this day, in epoch seconds. */
export function nextShare(sent: number, most: number, now: number): number {
  const period = sent >= most * hoursADay ? daySeconds : hourSeconds;
  return (Math.floor(now / period) + 1) * period;
}
