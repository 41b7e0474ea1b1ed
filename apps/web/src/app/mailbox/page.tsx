import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { findMails } from "~/features/mailbox/find-mails";
import { Mailbox } from "~/features/mailbox/mailbox";
import { PageFrame } from "~/ui/page-frame";

// The address has the key.
export const metadata: Metadata = { title: "Mailbox", referrer: "no-referrer" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MailboxPage({ searchParams }: Props) {
  await connection();
  const { key, to, cursor } = await searchParams;
  const query = { key: toText(key) ?? "", to: toText(to), cursor: toText(cursor) };
  const mails = await findMails(query);
  if (!mails) notFound();
  return (
    <PageFrame className="flex flex-col gap-6">
      <h1 className="display font-semibold text-28 sm:text-48">Mailbox</h1>
      <p className="max-w-[60ch] text-soft">
        Mails that were written on this machine. Nobody else gets them, since no mail server is set.
      </p>
      <Mailbox query={query} mails={mails.items} next={mails.next_cursor} />
    </PageFrame>
  );
}

const toText = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;
