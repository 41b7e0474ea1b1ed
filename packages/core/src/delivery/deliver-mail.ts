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
import { countMail, nextShare, type Share, uncountMail } from "./mail-count.table.ts";
import type { Composed } from "./mailer.ts";

/**
 * Composes a mail that is due, hands it over, and notes that it was sent. A process that dies in between leaves it due:
 * it is sent again with the same Message-ID. One whose address, or seller, has had its share waits for the next. Throws MailFailure,
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
  const { shares, ...envelope } = composed;
  const counted = core.clock();
  const wait = await takeShares(core, shares, counted);
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
    await returnShares(core, shares, counted);
    if (!isWorthless) throw error;
  }
  await updateItem(core.table, endMail(key, Number(item?.due_attempts ?? 1), core.clock()));
}

/** How many mails there are of a share in an hour; 0 for any number. */
const mostOf = ({ rules }: Core, { email }: Share): number =>
  email === null ? rules.MAILS_PER_SELLER : rules.MAILS_PER_ADDRESS;

/**
 * Whoever buys may name anybody's address, and whoever sells chooses the words: what goes there of one seller is bounded,
 * and what goes to addresses that the seller named. Counts the mail, or answers until when it waits.
 */
async function takeShares(core: Core, shares: readonly Share[], now: number): Promise<number | null> {
  for (const [taken, share] of shares.entries()) {
    const most = mostOf(core, share);
    const counted = most === 0 ? null : await updateItem(core.table, countMail(share, most, now));
    if (counted === null || counted.done) continue;
    await returnShares(core, shares.slice(0, taken), now);
    return nextShare(Number(counted.item?.sent), most, now);
  }
  return null;
}

async function returnShares(core: Core, shares: readonly Share[], counted: number): Promise<void> {
  for (const share of shares) if (mostOf(core, share) > 0) await updateItem(core.table, uncountMail(share, counted));
}

async function compose(core: Core, mail: Mail): Promise<Composed | null> {
  // How many of these are written is bounded where they are asked for.
  if (mail.kind === "sign-in") return { ...(await composeSignIn(core, mail)), shares: [] };
  return mail.kind === "invitation" ? composeInvitation(core, mail) : composeBookingLetter(core, mail);
}
