import type { Mailer } from "@evently/core/delivery/mailer";
import { MailFailure } from "@evently/core/mail/mail-failure";
import { mailsAtOnce } from "@evently/core/scheduled-work/work-kinds";
import { renderMail } from "@evently/mail/render-mail";
import type { PrintTickets } from "@evently/tickets/write-tickets-pdf";
import { createTransport } from "nodemailer";

type Given = {
  url: string;
  /** "Evently <tickets@example.org>". */
  from: string;
  /** Of the site, where links lead. */
  origin: string;
  timeoutSeconds: number;
  print: PrintTickets;
};

/** Hands mails over to an SMTP server; a mail that it did not accept in time counts as not accepted. */
export function createSmtpMailer({ url, from, origin, timeoutSeconds, print }: Given): Mailer & { close(): void } {
  const ms = timeoutSeconds * 1000;
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: mailsAtOnce, disableFileAccess: true, disableUrlAccess: true },
    // Scheduled work repeats what failed, and counts it.
    maxRequeues: 0,
    ...{ connectionTimeout: ms, greetingTimeout: ms, socketTimeout: ms, dnsTimeout: ms },
  });
  const host = new URL(origin).hostname;
  return {
    async send({ message_id, to, letter }) {
      const { attachments, ...parts } = renderMail(letter, origin);
      const mail = {
        ...parts,
        ...{ from, to: { name: "", address: to }, messageId: `<${message_id}@${host}>` },
        headers: { "Auto-Submitted": "auto-generated" },
        attachments: await Promise.all(attachments.map((file) => attach(file, print))),
        // Of all of it: a server that answers word by word is never idle.
        signal: AbortSignal.timeout(ms),
      };
      await transport.sendMail(mail).catch((error: unknown) => {
        throw toMailFailure(error);
      });
    },
    close: () => transport.close(),
  };
}

type Attachment = ReturnType<typeof renderMail>["attachments"][number];

const attach = async ({ filename, content_type, write }: Attachment, print: PrintTickets) => ({
  ...{ filename, contentType: content_type },
  content: await write(print),
});

/** What a server may refuse a mail for, by the command that it refused; anything else it refuses of whoever sends. */
const aboutMail = ["RCPT TO", "DATA"];

/** With a wrong password or sender no mail is refused for good: that is mended at the installation. */
function toMailFailure(error: unknown): MailFailure {
  const { responseCode, command = "" } = error as { responseCode?: number; command?: string };
  if (responseCode === undefined) return new MailFailure(null);
  return aboutMail.includes(command) ? new MailFailure(responseCode) : new MailFailure(responseCode, false);
}
