import "server-only";
import { KeptMails } from "@evently/core/mail";
import { readEnvironment } from "~/environment";

export type MailboxQuery = {
  path: "/mailbox" | "/mailbox/samples";
  key: string;
  to?: string | undefined;
  cursor?: string | undefined;
};

const timeoutMs = 5_000;

/** The mails that stayed on this machine, or a sample of each, newest first; null without the key, and where there is no mailbox. */
export async function findMails({ path, key, to, cursor }: MailboxQuery): Promise<KeptMails | null> {
  const query = new URLSearchParams({ key, limit: "20", ...(to ? { to } : {}), ...(cursor ? { cursor } : {}) });
  const address = new URL(`${path}?${query}`, readEnvironment().apiOrigin);
  const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(timeoutMs) });
  return answer.ok ? KeptMails.parse(await answer.json()) : null;
}
