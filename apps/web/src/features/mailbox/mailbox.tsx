import { notFound } from "next/navigation";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { findMails, type MailboxQuery } from "./find-mails";
import { MailCard } from "./mail-card";

/** The mails that Evently wrote on this machine, instead of sending them; or a sample of each. */
export async function Mailbox({ query }: { query: MailboxQuery }) {
  const mails = await findMails(query);
  if (!mails) notFound();
  const { path, key, to } = query;
  const older = mails.next_cursor && { key, ...(to ? { to } : {}), cursor: mails.next_cursor };
  return (
    <>
      {mails.items.length === 0 ? (
        <EmptyState title="No mail yet">Buy a ticket with an e-mail address, for example.</EmptyState>
      ) : null}
      {mails.items.map((mail) => (
        <MailCard key={mail.number} mail={mail} query={query} />
      ))}
      {older ? (
        <LinkButton prefetch={false} href={{ pathname: path, query: older }}>
          Older mails
        </LinkButton>
      ) : null}
    </>
  );
}
