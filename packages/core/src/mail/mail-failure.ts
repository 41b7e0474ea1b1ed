/**
 * Why a mail was not accepted: the response code of whoever carries mails, null if there was none. It quotes nothing of
 * the response, which may name people, since failures are logged.
 */
export class MailFailure extends Error {
  readonly code: number | null;

  constructor(code: number | null) {
    super(code === null ? "the mail server did not answer" : `the mail server answered ${code}`);
    this.code = code;
    this.name = code === null ? "SMTP, no answer" : `SMTP ${code}`;
  }
}

/** Whether a mail was refused for good. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof MailFailure && error.code !== null && error.code >= 500 && error.code < 600;
