import type { Letter } from "./letter.ts";
import type { Share } from "./mail-count.table.ts";

/** A letter and where it goes. */
export type Envelope = {
  /** The same whenever this letter is sent, and that of no other one: its Message-ID is made of it. */
  message_id: string;
  to: string;
  /** The recipient is an admin of this installation: not for anybody else's eyes. */
  toAdmin: boolean;
  letter: Letter;
};

/** A letter that was composed, and the shares that it takes: none where whoever has the address is known to want it. */
export type Composed = Omit<Envelope, "message_id"> & { shares: readonly Share[] };

/** Who carries mails. */
export type Mailer = {
  /**
   * Resolves once the mail was accepted. Throws MailFailure, also where nobody knows whether it was: a letter is sent at
   * least once, and the same again has the same Message-ID. Ends by itself, before the lease of the work does.
   */
  send(envelope: Envelope): Promise<void>;
};
