import type { Metadata } from "next";
import { connection } from "next/server";
import { Mailbox } from "~/features/mailbox/mailbox";
import { readQuery, type SearchParams } from "~/features/mailbox/read-query";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "Sample mails", referrer: "no-referrer" };

export default async function SampleMailsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await connection();
  return (
    <PageFrame className="flex flex-col gap-6">
      <h1 className="display font-semibold text-28 sm:text-48">Sample mails</h1>
      <p className="max-w-[60ch] text-soft">Every mail that Evently writes, each with what it may have to say.</p>
      <Mailbox query={readQuery("/mailbox/samples", await searchParams)} />
    </PageFrame>
  );
}
