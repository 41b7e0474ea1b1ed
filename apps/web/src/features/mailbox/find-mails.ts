import "server-only";
import { KeptMails } from "@evently/core/mail";
import { readEnvironment } from "~/environment";

export type MailboxQuery = { key: string; to?: string | undefined; cursor?: string | undefined };

const patienceMs = 5_000;

/** The mails that stayed on this machine, newest first; null without the key, and where there is no mailbox. */
export async function findMails({ key, to, cursor }: MailboxQuery): Promise<KeptMails | null> {
  const query = new URLSearchParams({ key, limit: "20", ...(to ? { to } : {}), ...(cursor ? { cursor } : {}) });
  const address = new URL(`/mailbox?${query}`, readEnvironment().apiOrigin);
  const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(patienceMs) });
  return answer.ok ? KeptMails.parse(await answer.json()) : null;
}
