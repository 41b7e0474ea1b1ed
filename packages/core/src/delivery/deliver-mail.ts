import type { Core } from "../core.ts";
import { endMail, messageIdOf, putOffMail, removeMail, toDueMail } from "../mail/mail.table.ts";
import type { Mail } from "../mail/mail.ts";
import { isUndeliverable } from "../mail/mail-failure.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { composeBookingLetter } from "./compose-booking-letter.ts";
import { composeInvitation } from "./compose-invitation.ts";
import { composeSignIn } from "./compose-sign-in.ts";
import { countMail, nextShare, type Unasked, uncountMail } from "./mail-count.table.ts";
import type { Composed } from "./mailer.ts";

/**
 * Composes a mail that is due, hands it over, and notes that it was sent. A process that dies in between leaves it due:
 * it is sent again with the same Message-ID. One whose address has had its share waits for the next. Throws MailFailure,
 * UNAVAILABLE.
 */
export async function deliverMail(core: Core, key: Key): Promise<void> {
  const item = await readItem(core.table, key);
  const mail = toDueMail(item);
  if (!mail || !core.mailer) return;
  const isLate = mail.kind === "sign-in" && core.clock() >= mail.until;
  const composed = isLate ? null : await compose(core, mail);
  if (!composed) {
    await transact(core.table, [removeMail(key)]);
    return;
  }
  const { unasked: bounded, ...envelope } = composed;
  const unasked = core.rules.MAILS_PER_ADDRESS === 0 ? null : bounded;
  const counted = core.clock();
  const wait = unasked && (await findWait(core, unasked, counted));
  if (wait !== null) {
    await updateItem(core.table, putOffMail(key, wait));
    return;
  }
  try {
    await core.mailer.send({ ...envelope, message_id: messageIdOf(key) });
  } catch (error) {
    // Nobody looks after it: it is worth nothing in minutes, and its address must not stay.
    const isWorthless = mail.kind === "sign-in" && isUndeliverable(error);
    if (isWorthless) core.reportError("a mail to sign in was refused", { error });
    if (unasked) await updateItem(core.table, uncountMail(unasked, counted));
    if (!isWorthless) throw error;
  }
  await updateItem(core.table, endMail(key, Number(item?.due_attempts ?? 1), core.clock()));
}

/**
 * Whoever buys may name anybody's address, and whoever sells chooses the words: what goes there of one seller is bounded.
 * Counts the mail, or answers until when it waits.
 */
async function findWait({ table, rules }: Core, mail: Unasked, now: number): Promise<number | null> {
  const most = rules.MAILS_PER_ADDRESS;
  const counted = await updateItem(table, countMail(mail, most, now));
  return counted.done ? null : nextShare(Number(counted.item?.sent), most, now);
}

async function compose(core: Core, mail: Mail): Promise<Composed | null> {
  // How many of these are written is bounded where they are asked for.
  if (mail.kind === "sign-in") return { ...(await composeSignIn(core, mail)), unasked: null };
  return mail.kind === "invitation" ? composeInvitation(core, mail) : composeBookingLetter(core, mail);
}
