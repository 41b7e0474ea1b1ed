import type { OwnerId } from "../ids.ts";
import { dynamicUpdate } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";

/**
 * What is bounded of mails to addresses that nobody has verified: those of `seller` to `email`, or with null those to all
 * addresses that the seller named.
 */
export type Share = { email: string | null; seller: OwnerId };

/** How many hours' worth of mails there are in a day. */
const hoursADay = 3;
const [hourSeconds, daySeconds] = [3_600, 86_400];

function placeOf({ email, seller }: Share, now: number) {
  const [day = "", hour = ""] = toInstant(now).split(/[T:]/);
  const key = email === null ? keys.namedMailCount(seller, day) : keys.mailCount(hashEmail(email), seller, day);
  return { key, names: { "#hour": `hour_${hour}` } };
}

/** One mail more; fails once there were `most` in this hour, or three times as many on this day, both of UTC. `now` in epoch seconds. */
export function countMail(share: Share, most: number, now: number): UpdateAction {
  return dynamicUpdate({
    ...placeOf(share, now),
    update: "SET purge_at = :purge ADD sent :one, #hour :one",
    condition: "(attribute_not_exists(sent) OR sent < :day) AND (attribute_not_exists(#hour) OR #hour < :hour)",
    values: { ":one": 1, ":hour": most, ":day": most * hoursADay, ":purge": Math.ceil(now) + 2 * daySeconds },
  });
}

/** One mail less, which was counted at `counted` and not accepted. */
export function uncountMail(share: Share, counted: number): UpdateAction {
  return dynamicUpdate({
    ...placeOf(share, counted),
    update: "ADD sent :less, #hour :less",
    condition: "attribute_exists(pk)",
    values: { ":less": -1 },
  });
}

/** When there are mails again after `sent` on this day, in epoch seconds. */
export function nextShare(sent: number, most: number, now: number): number {
  const period = sent >= most * hoursADay ? daySeconds : hourSeconds;
  return (Math.floor(now / period) + 1) * period;
}
