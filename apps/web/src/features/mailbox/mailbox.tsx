import type { KeptMail } from "@evently/core/mail";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import type { MailboxQuery } from "./find-mails";
import { MailCard } from "./mail-card";

type Props = { query: MailboxQuery; mails: readonly KeptMail[]; next: string | null };

/** The mails that Evently wrote on this machine, instead of sending them. */
export function Mailbox({ query: { key, to }, mails, next }: Props) {
  return (
    <>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">Book a ticket with an e-mail address, for example.</EmptyState>
      ) : null}
      {mails.map((mail) => (
        <MailCard key={mail.number} mail={mail} mailKey={key} />
      ))}
      {next ? (
        <LinkButton
          prefetch={false}
          href={{ pathname: "/mailbox", query: { key, ...(to ? { to } : {}), cursor: next } }}
        >
          Older mails
        </LinkButton>
      ) : null}
    </>
  );
}
