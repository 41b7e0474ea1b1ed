import type { KeptMail } from "@evently/core/mail";
import { DateTime } from "~/ui/format/date-time";
import type { MailboxQuery } from "./find-mails";
import { MailText } from "./mail-text";

/** A mail as text, and on demand as its recipient's program shows it. */
export function MailCard({ mail, query: { path, key } }: { mail: KeptMail; query: MailboxQuery }) {
  const { number, subject, to, at, kind, text, attachments } = mail;
  const page = `/api${path}/${number}?${new URLSearchParams({ key })}`;
  return (
    <article className="flex flex-col gap-4 rounded-card border border-line bg-card p-5 sm:p-6">
      <header className="flex flex-col gap-1">
        <h2 dir="auto" className="font-semibold text-18 [overflow-wrap:anywhere]">
          {subject}
        </h2>
        <p className="text-14 text-soft [overflow-wrap:anywhere]">
          To <bdi>{to}</bdi>, {kind}, <DateTime instant={at} zone="UTC" />
        </p>
      </header>
      <MailText text={text} />
      {attachments.length > 0 ? (
        <p className="text-14 text-soft">Attached: {attachments.map(({ filename }) => filename).join(", ")}</p>
      ) : null}
      <details>
        <summary className="cursor-pointer font-semibold">As it looks</summary>
        <iframe
          src={page}
          title={subject}
          loading="lazy"
          className="mt-4 h-[32rem] w-full rounded-card border border-line"
        />
      </details>
    </article>
  );
}
