import type { Metadata } from "next";
import { connection } from "next/server";
import { Mailbox } from "~/features/mailbox/mailbox";
import { readQuery, type SearchParams } from "~/features/mailbox/read-query";
import { LinkButton } from "~/ui/link-button";
import { PageFrame } from "~/ui/page-frame";

// The address has the key.
export const metadata: Metadata = { title: "Mailbox", referrer: "no-referrer" };

export default async function MailboxPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await connection();
  const query = readQuery("/mailbox", await searchParams);
  return (
    <PageFrame className="flex flex-col gap-6">
      <h1 className="display font-semibold text-28 sm:text-48">Mailbox</h1>
      <p className="max-w-[60ch] text-soft">
        Mails that were written on this machine. Nobody else gets them, since no mail server is set.
      </p>
      <LinkButton
        prefetch={false}
        href={{ pathname: "/mailbox/samples", query: { key: query.key } }}
        className="self-start"
      >
        A sample of every mail
      </LinkButton>
      <Mailbox query={query} />
    </PageFrame>
  );
}
