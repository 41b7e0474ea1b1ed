import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { removeMail } from "../mail/mail.table.ts";
import { deadShardOf, shardsOf } from "../table/due-index.ts";
import { type Key, mailCountsOf, signInMailsFrom } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { hashEmail } from "../user/contact.table.ts";

/**
 * Mails to sign in that are still due to an address, by its hash, are not sent, and how many it had is forgotten: for an address
 * that was known to be theirs, since whoever else has it needs both. False if `signal` asked it to return. Throws UNAVAILABLE.
 */
export async function forgetAddress(
  { table }: Core,
  address_hash: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const mails = listSignInMails({ table }, address_hash);
  const counts = queryItems(table, { partition: mailCountsOf(address_hash) });
  return (
    (await workThrough(mails, signal, (key) => transact(table, [removeMail(key)]))) &&
    (await workThrough(counts, signal, ({ pk, sk }) =>
      transact(table, [{ remove: { pk: String(pk), sk: String(sk) } }]),
    ))
  );
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
