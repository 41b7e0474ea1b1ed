import type { Core } from "../core.ts";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { scanItems } from "../table/scan-items.ts";
import { transact } from "../table/transact.ts";
import { hashEmail, putContact } from "../user/contact.table.ts";
import { checkContact } from "../user/user.table.ts";

/**
 * The version before wrote nothing by which guests are found at their address. Writes it, so that their bookings are offered to
 * whoever signs in with that address. Can be repeated, beside running servers. Returns how many it found to be written. Reads the
 * whole table. Throws UNAVAILABLE.
 */
export async function migrateContacts({ table }: Pick<Core, "table">): Promise<number> {
  let written = 0;
  for await (const { pk, sk, role, email } of scanItems(table, ["pk", "sk", "role", "email"])) {
    if (pk !== sk || role !== "guest" || typeof email !== "string") continue;
    const user_id = UserId.parse(pk);
    if (await readItem(table, keys.contact(hashEmail(email), user_id))) continue;
    // An address that was corrected meanwhile has been written with that.
    const { done } = await transact(table, [putContact(email, user_id), checkContact(user_id, email)]);
    if (done) written++;
  }
  return written;
}
