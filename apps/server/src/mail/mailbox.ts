import type { Envelope, Mailer } from "@evently/core/delivery/mailer";
import type { KeptMail } from "@evently/core/mail";
import { normalizeEmail } from "@evently/core/text/email.rules";
import type { Clock } from "@evently/core/time";
import { toInstant } from "@evently/core/time";
import { renderMail } from "@evently/mail/render-mail";
import type { MailStore } from "./mail-store.ts";

/** Takes the place of a mail server in development: keeps mails for whoever has its key. */
export type Mailbox = Mailer & {
  /** The newest first, from below number `below` on. */
  list(wanted: { to?: string | undefined; below?: number | undefined; limit: number }): Promise<KeptMail[]>;
  find(number: number): Promise<KeptMail | null>;
};

/** `origin` is the site's. What is for an admin of the installation is not kept: whoever has the key could be one. */
export function createMailbox(store: MailStore, origin: string, clock: Clock): Mailbox {
  const host = new URL(origin).hostname;

  function show(number: number, at: string, { to, letter, message_id }: Envelope): KeptMail {
    const { attachments, ...parts } = renderMail(letter, origin);
    return {
      ...{ number, to, at, kind: letter.kind, message_id: `<${message_id}@${host}>`, ...parts },
      attachments: attachments.map(({ filename, content_type }) => ({ filename, content_type })),
    };
  }

  return {
    async send(envelope) {
      if (!envelope.toAdmin) await store.add({ at: toInstant(clock()), envelope });
    },
    async list({ to, below = Number.POSITIVE_INFINITY, limit }) {
      const all = (await store.read()).map((mail, index) => ({ ...mail, number: index + 1 }));
      const isWanted = ({ number, envelope }: (typeof all)[number]) =>
        number < below && (to === undefined || normalizeEmail(envelope.to) === normalizeEmail(to));
      const last = all.filter(isWanted).slice(-limit).reverse();
      return last.map(({ number, at, envelope }) => show(number, at, envelope));
    },
    async find(number) {
      const mail = (await store.read())[number - 1];
      return mail ? show(number, mail.at, mail.envelope) : null;
    },
  };
}
