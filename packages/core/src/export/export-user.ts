import { checkInsIn, toCheckIn } from "../admission/admission.table.ts";
import { checkInsOfBooking } from "../admission/check-ins-of-booking.ts";
import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { findHolding } from "../hold/get-hold.ts";
import type { Holding } from "../hold/hold.ts";
import type { EventId, OrganizationId, OwnerId, UserId, VenueId } from "../ids.ts";
import { entriesOf, toJournalEntry } from "../journal/journal.table.ts";
import { viewMail } from "../mail/mail.table.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { listSignInMails } from "../privacy/forget-address.ts";
import { listHoldsOf } from "../privacy/list-holds-of.ts";
import { contactsAt, keys, mailsOf, sessionsFrom } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import type { TextFile } from "../text/text-file.ts";
import { writeJson } from "../text/write-json.ts";
import { toInstant } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";
import { getUser } from "../user/get-user.ts";
import { toSession } from "../user/session.table.ts";
import { guestsOf, toUser } from "../user/user.table.ts";
import type { Actor, SessionId, User } from "../user/user.ts";
import type { UserExport } from "./user-export.ts";

type Each<Field extends keyof UserExport> = UserExport[Field] extends (infer E)[] ? E : never;

/**
 * Everything that is stored of a person, as JSON that is written while it is read, for the person and admins. Throws USER_NOT_FOUND,
 * EXPORT_LIMIT.
 */
export async function exportUser(core: Core, actor: Actor, { user_id }: { user_id: UserId }): Promise<TextFile> {
  await getUser(core, actor, { user_id });
  return core.exports.open(actor.user_id, `Evently, ${user_id}.json`, (table) => write({ ...core, table }, user_id));
}

async function* write(core: Core, user_id: UserId): AsyncGenerator<string> {
  const item = await readItem(core.table, keys.user(user_id));
  if (!item) throw new EventlyError("USER_NOT_FOUND", {});
  const account: UserExport["account"] = { ...toUser(item), ...(item.quotas ? { quotas: item.quotas } : {}) };
  const sold = new Set<EventId>();
  const owners: [UserId, ...OwnerId[]] = [user_id, ...(Object.keys(account.memberships ?? {}) as OrganizationId[])];
  yield* writeJson({ exported_at: toInstant(core.clock()), account }, {
    namesakes: listNamesakes(core, item),
    sessions: listSessions(core, user_id),
    bookings: listBookings(core, user_id, sold),
    holds: listHolds(core, user_id),
    events: listOwned<EventId>(core, owners, "event-"),
    venues: listOwned<VenueId>(core, owners, "venue-"),
    journal: listEntries(core, owners, sold),
    scans: listScans(core, owners),
    mails: listMails(core, account),
  } satisfies { [Field in Exclude<keyof UserExport, "exported_at" | "account">]: AsyncIterable<Each<Field>> });
}

async function* listNamesakes({ table }: Core, item: Item): AsyncGenerator<UserId> {
  const { email, verified_at } = toUser(item);
  const guests = guestsOf(item);
  yield* guests;
  if (email === null || !verified_at) return;
  for await (const { sk } of queryItems(table, { partition: contactsAt(hashEmail(email)) }))
    if (!guests.includes(sk as UserId)) yield sk as UserId;
}

async function* listSessions({ table }: Core, user_id: UserId): AsyncGenerator<Each<"sessions">> {
  for await (const item of queryItems(table, { partition: user_id, from: sessionsFrom })) {
    // What somebody owns comes behind.
    if (!String(item.sk).startsWith(sessionsFrom)) return;
    const { created_at, last_used_at, device } = toSession(item);
    yield { session_id: item.sk as SessionId, created_at, last_used_at, device };
  }
}

/** Notes the events that were booked. */
async function* listBookings(core: Core, user_id: UserId, sold: Set<EventId>): AsyncGenerator<Each<"bookings">> {
  for await (const item of queryItems(core.table, { index: "byUser", partition: user_id })) {
    const booking = toBooking(item);
    sold.add(booking.event_id);
    yield {
      booking,
      payment: booking.payment_id && (await findPayment(core, booking.payment_id)),
      hold: booking.holding_id && (await findHolding(core, booking.holding_id)),
      mails: await readMails(core, booking),
      check_ins: await readAdmissions(core, booking),
    };
  }
}

async function readMails({ table }: Core, { event_id, booking_id }: Booking): Promise<Each<"bookings">["mails"]> {
  const mails: Each<"bookings">["mails"] = [];
  const from = `${booking_id}#`;
  for await (const item of queryItems(table, { partition: mailsOf(event_id), from, limit: 10 })) {
    if (!String(item.sk).startsWith(from)) break;
    mails.push(viewMail(item));
  }
  return mails;
}

async function readAdmissions({ table }: Core, booking: Booking): Promise<Each<"bookings">["check_ins"]> {
  const admissions: Each<"bookings">["check_ins"] = [];
  for await (const { seat_pos, entries } of checkInsOfBooking(table, booking))
    for (const { at, gate, reason, undone_at } of entries) admissions.push({ seat_pos, at, gate, reason, undone_at });
  return admissions;
}

/** At the doors of what they are members of. */
async function* listScans(core: Core, owners: readonly [UserId, ...OwnerId[]]): AsyncGenerator<Each<"scans">> {
  for await (const id of listOwned<EventId>(core, owners, "event-"))
    for await (const item of queryItems(core.table, checkInsIn(id))) {
      const { event_id, booking_id, seat_pos, entries } = toCheckIn(item);
      for (const { actor_id, at, gate, device, reason, undone_at } of entries)
        if (actor_id === owners[0]) yield { event_id, booking_id, seat_pos, at, gate, device, reason, undone_at };
    }
}

/** Those that became no booking yet. */
async function* listHolds(core: Core, user_id: UserId): AsyncGenerator<Holding> {
  for await (const holding of listHoldsOf(core, user_id)) if (holding.booking_id === null) yield holding;
}

async function* listOwned<Id extends string>(
  { table }: Core,
  owners: readonly OwnerId[],
  from: string,
): AsyncGenerator<Id> {
  for (const partition of owners)
    for await (const { sk } of queryItems(table, { partition, from })) {
      if (!String(sk).startsWith(from)) break;
      yield sk as Id;
    }
}

/** Of the account's journal everything, of those of what they are members of and of what they booked what they did themselves. */
async function* listEntries(
  core: Core,
  [user_id, ...organizations]: readonly [UserId, ...OwnerId[]],
  sold: Iterable<EventId>,
): AsyncGenerator<Each<"journal">> {
  for await (const item of queryItems(core.table, entriesOf(user_id)))
    yield { subject: user_id, ...toJournalEntry(item) };
  const seen = new Set<EventId | VenueId | OwnerId>([...sold, ...organizations]);
  for await (const id of listOwned<EventId>(core, [user_id, ...organizations], "event-")) seen.add(id);
  for await (const id of listOwned<VenueId>(core, [user_id, ...organizations], "venue-")) seen.add(id);
  for (const subject of seen)
    for await (const item of queryItems(core.table, entriesOf(subject)))
      if (item.actor_id === user_id) yield { subject, ...toJournalEntry(item) };
}

/** Mails to sign in that are on their way to the account's address. */
async function* listMails(core: Core, { email }: User): AsyncGenerator<Each<"mails">> {
  if (email === null) return;
  for await (const key of listSignInMails(core, hashEmail(email))) {
    const mail = await readItem(core.table, key);
    if (mail) yield { kind: "sign-in", written_at: String(mail.written_at) };
  }
}
