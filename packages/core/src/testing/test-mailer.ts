import type { Envelope, Mailer } from "../delivery/mailer.ts";

/** Keeps what it was given, in its order; `answer` may refuse it by throwing, before or after it is kept. */
export type TestMailer = Mailer & {
  readonly accepted: Envelope[];
  answer: (envelope: Envelope, accept: () => void) => void | Promise<void>;
};

export const acceptAll: TestMailer["answer"] = (_, accept) => accept();

export function createTestMailer(): TestMailer {
  const accepted: Envelope[] = [];
  const mailer: TestMailer = {
    accepted,
    answer: acceptAll,
    async send(envelope) {
      await mailer.answer(envelope, () => void accepted.push(envelope));
    },
  };
  return mailer;
}

/** Every letter once, by its kind, its Message-ID and its address, in the order in which they came first. */
export function listTold({ accepted }: TestMailer): Envelope[] {
  return [...new Map(accepted.map((envelope) => [envelope.message_id, envelope])).values()];
}
