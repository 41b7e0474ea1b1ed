/**
 * Why a mail was not accepted: the response code of whoever carries mails, null if there was none. It quotes nothing of
 * the response, which may name people, since failures are logged. `isFinal` if the same mail would be refused again.
 */
export class MailFailure extends Error {
  readonly isFinal: boolean;

  constructor(code: number | null, isFinal = code !== null && code >= 500) {
    super(code === null ? "the mail server did not answer" : `the mail server answered ${code}`);
    this.isFinal = isFinal;
    this.name = code === null ? "SMTP, no answer" : `SMTP ${code}`;
  }
}

/** The address has had as many mails as it gets in a while: this one waits. */
export class TooManyMails extends Error {
  override readonly name = "too many mails to this address";
  override readonly message = "it is sent later";
}

/** Whether a mail was refused for good. */
export const isUndeliverable = (error: unknown): boolean => error instanceof MailFailure && error.isFinal;
