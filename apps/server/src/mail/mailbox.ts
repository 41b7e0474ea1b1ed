import type { Mailer } from "@evently/core/delivery/mailer";
import type { KeptMail } from "@evently/core/mail";
import type { Clock } from "@evently/core/time";
import { toInstant } from "@evently/core/time";
import { normalizeEmail } from "@evently/core/user/user.rules";
import { renderMail } from "@evently/mail/render-mail";

/** Takes the place of a mail server in development: keeps the last mails in memory, for whoever has its key. */
export type Mailbox = Mailer & {
  /** The newest first, from below number `below` on. */
  list(wanted: { to?: string | undefined; below?: number | undefined; limit: number }): KeptMail[];
  find(number: number): KeptMail | null;
};

const mostMails = 10_000;

/** `origin` is the site's. What is for an admin of the installation is not kept: whoever has the key could be one. */
export function createMailbox(origin: string, clock: Clock): Mailbox {
  const kept: { number: number; at: string; envelope: Parameters<Mailer["send"]>[0] }[] = [];
  const host = new URL(origin).hostname;
  let count = 0;

  function show({ number, at, envelope }: (typeof kept)[number]): KeptMail {
    const { to, letter, message_id } = envelope;
    const { attachments, ...parts } = renderMail(letter, origin);
    return {
      ...{ number, to, at, kind: letter.kind, message_id: `<${message_id}@${host}>`, ...parts },
      attachments: attachments.map(({ filename, content_type }) => ({ filename, content_type })),
    };
  }

  return {
    async send(envelope) {
      if (envelope.toAdmin) return;
      kept.push({ number: ++count, at: toInstant(clock()), envelope });
      if (kept.length > mostMails) kept.shift();
    },
    list({ to, below = Number.POSITIVE_INFINITY, limit }) {
      const isWanted = (one: (typeof kept)[number]) =>
        one.number < below && (to === undefined || normalizeEmail(one.envelope.to) === normalizeEmail(to));
      return kept.filter(isWanted).slice(-limit).reverse().map(show);
    },
    find(number) {
      const one = kept.find((mail) => mail.number === number);
      return one ? show(one) : null;
    },
  };
}
