import type { Core } from "../core.ts";
import { endMail, messageIdOf, removeMail, toDueMail } from "../mail/mail.table.ts";
import type { Mail } from "../mail/mail.ts";
import { isUndeliverable } from "../mail/mail-failure.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { composeBookingLetter } from "./compose-booking-letter.ts";
import { composeInvitation } from "./compose-invitation.ts";
import { composeSignIn } from "./compose-sign-in.ts";
import type { Envelope } from "./mailer.ts";

/**
 * Composes a mail that is due, hands it over, and notes that it was sent. A process that dies in between leaves it due:
 * it is sent again with the same Message-ID. Throws MailFailure, UNAVAILABLE.
 */
export async function deliverMail(core: Core, key: Key): Promise<void> {
  const item = await readItem(core.table, key);
  const mail = toDueMail(item);
  if (!mail || !core.mailer) return;
  const isLate = mail.kind === "sign-in" && core.clock() >= mail.until;
  const envelope = isLate ? null : await compose(core, mail);
  if (!envelope) {
    await transact(core.table, [removeMail(key)]);
    return;
  }
  await core.mailer.send({ ...envelope, message_id: messageIdOf(key) }).catch((error) => {
    // Nobody looks after it: it is worth nothing in minutes, and its address must not stay.
    if (mail.kind !== "sign-in" || !isUndeliverable(error)) throw error;
    core.reportError("a mail to sign in was refused", { error });
  });
  await updateItem(core.table, endMail(key, Number(item?.due_attempts ?? 1), core.clock()));
}

async function compose(core: Core, mail: Mail): Promise<Omit<Envelope, "message_id"> | null> {
  if (mail.kind === "sign-in") return composeSignIn(core, mail);
  return mail.kind === "invitation" ? composeInvitation(core, mail) : composeBookingLetter(core, mail);
}
