import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The address of the mailbox with its key; null where mails go elsewhere. The API is up. */
export async function findMailbox({ dataDir, api, site }) {
  const file = join(dataDir, "mailbox.key");
  if (!existsSync(file)) return null;
  const query = new URLSearchParams({ key: readFileSync(file, "utf8").trim() });
  const { ok } = await fetch(`${api}/mailbox?${query}`);
  return ok ? `${site}/mailbox?${query}` : null;
}
