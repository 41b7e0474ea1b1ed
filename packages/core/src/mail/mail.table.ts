import { createHash } from "node:crypto";
import { dynamicUpdate, put, remove, update } from "../table/actions.ts";
import { deadShardOf, dueAt, dueMarks, leaseMarks } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { type BookingMail, EventMail, Mail, type MailState } from "./mail.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("base64url");

/** One item a cause, so that whoever writes it twice is refused. */
function keyOf(mail: Mail): Key {
  if (mail.kind === "sign-in") return keys.signInMail(hash(mail.request_id));
  if (mail.kind === "invitation") return keys.invitationMail(mail.organization_id, mail.invitation_id);
  const { event_id, booking_id, kind, cause } = mail;
  return keys.bookingMail(event_id, booking_id, cause === undefined ? kind : `${kind}#${cause}`);
}

/** How long the record of a mail is kept once it was sent, and that of one that nobody can use any more, in seconds. */
const [sentKept, signInKept] = [90 * 86_400, 3_600];

/**
 * The outbox item of a mail, for the transaction that causes it, which is refused if the same cause wrote it before. Only
 * for a process with a `mailer`. `now` in epoch seconds.
 */
export function putMail(mail: Mail, now: number): Action {
  const key = keyOf(mail);
  // Somebody waits for the mail to sign in: it goes before all others.
  const isAwaited = mail.kind === "sign-in";
  const purge = isAwaited ? { purge_at: Math.ceil(mail.until) + signInKept } : {};
  return put({
    put: { ...key, ...mail, written_at: toInstant(now), ...purge, ...dueAt("mail", key.sk, isAwaited ? 0 : now) },
    condition: "attribute_not_exists(pk)",
  });
}

/** Null once it was sent, or where there is none. */
export function toDueMail(item: Item | null): Mail | null {
  return item?.due_shard === undefined ? null : Mail.parse(item);
}

/** What tells a mail from all others to its recipient, the same for every attempt to send it. */
export const messageIdOf = ({ pk, sk }: Key): string => hash(`${pk} ${sk}`);

/** Due or dead -> sent; what leads to a person goes. `attempts` includes the one that succeeded. */
export function endMail(key: Key, attempts: number, now: number): UpdateAction {
  return update({
    key,
    update: `SET sent_at = :now, attempts = :attempts, purge_at = :purge REMOVE email, request_id, device, ${dueMarks}`,
    condition: "attribute_exists(due_shard)",
    values: { ":now": toInstant(now), ":attempts": attempts, ":purge": Math.ceil(now) + sentKept },
  });
}

/** Due -> due at `at` (epoch seconds), which is no failed attempt. */
export function putOffMail(key: Key, at: number): UpdateAction {
  return dynamicUpdate({
    key,
    update: `SET due_at = :at REMOVE ${leaseMarks}`,
    condition: "attribute_exists(due_shard)",
    values: { ":at": toInstant(at) },
  });
}

/** Due -> gone: nobody needs it any more. */
export function removeMail(key: Key): Action {
  return remove({ remove: key, condition: "attribute_exists(due_shard)" });
}

/** The mail as its event's organizer sees it. */
export function viewMail(item: Item): EventMail {
  const { booking_id, kind } = item as BookingMail;
  const state = stateOf(item);
  const at = state === "sent" ? item.sent_at : item.due_at;
  const attempts = Number((state === "sent" ? item.attempts : item.due_attempts) ?? 0);
  return EventMail.parse({ booking_id, kind, state, attempts, last_error: item.due_error ?? null, at });
}

function stateOf({ due_shard }: Item): MailState {
  if (due_shard === undefined) return "sent";
  return due_shard === deadShardOf("mail") ? "dead" : "due";
}
