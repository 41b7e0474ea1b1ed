import { dynamicUpdate } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";

/** How many hours' worth of mails an address gets in a day. */
const hoursADay = 3;
const countKept = 2 * 86_400;

/**
 * One mail more to an address; fails once it had `most` in this hour, or three times as many on this day, both of UTC.
 * `now` in epoch seconds.
 */
export function countMail(email: string, most: number, now: number): UpdateAction {
  const [day = "", hour = ""] = toInstant(now).split(/[T:]/);
  return dynamicUpdate({
    key: keys.mailCount(hashEmail(email), day),
    update: "SET purge_at = :purge ADD sent :one, #hour :one",
    condition: "(attribute_not_exists(sent) OR sent < :day) AND (attribute_not_exists(#hour) OR #hour < :hour)",
    names: { "#hour": `hour_${hour}` },
    values: { ":one": 1, ":hour": most, ":day": most * hoursADay, ":purge": Math.ceil(now) + countKept },
  });
}
