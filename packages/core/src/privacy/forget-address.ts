import type { Core } from "../core.ts";
import { removeMail } from "../mail/mail.table.ts";
import { deadShardOf, shardsOf } from "../table/due-index.ts";
import { type Key, mailCountsOf, signInMailsFrom } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { hashEmail } from "../user/contact.table.ts";

/** Mails to sign in that are still due to an address, by its hash, are not sent, and how many it had is forgotten. Throws UNAVAILABLE. */
export async function forgetAddress({ table }: Core, address_hash: string): Promise<void> {
  for await (const key of listSignInMails({ table }, address_hash)) await transact(table, [removeMail(key)]);
  for await (const { pk, sk } of queryItems(table, { partition: mailCountsOf(address_hash) }))
    await transact(table, [{ remove: { pk: String(pk), sk: String(sk) } }]);
}

/** The keys of mails to sign in that are due to an address. */
export async function* listSignInMails({ table }: Pick<Core, "table">, address_hash: string): AsyncGenerator<Key> {
  for (const partition of [...shardsOf("mail"), deadShardOf("mail")])
    for await (const { pk, sk } of queryItems(table, { index: "due", partition })) {
      if (!String(pk).startsWith(signInMailsFrom)) continue;
      const key = { pk: String(pk), sk: String(sk) };
      const mail = await readItem(table, key);
      if (mail?.email !== undefined && hashEmail(String(mail.email)) === address_hash) yield key;
    }
}
