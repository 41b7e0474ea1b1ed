import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { findHolding } from "../hold/get-hold.ts";
import type { Holding } from "../hold/hold.ts";
import type { EventId, OrganizationId, OwnerId, UserId, VenueId } from "../ids.ts";
import { viewMail } from "../mail/mail.table.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { listSignInMails } from "../privacy/forget-address.ts";
import { listHoldsOf } from "../privacy/list-holds-of.ts";
import { contactsAt, keys, mailsOf, sessionsFrom } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import type { TextFile } from "../text/text-file.ts";
import { writeJson } from "../text/write-json.ts";
import { toInstant } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";
import { getUser } from "../user/get-user.ts";
import { toSession } from "../user/session.table.ts";
import { guestsOf, organizationsLeft, toUser } from "../user/user.table.ts";
import type { Actor, SessionId, User } from "../user/user.ts";
import { listScans, readAdmissions } from "./list-check-ins-of.ts";
import { listDoorKeysOf } from "./list-door-keys-of.ts";
import { listMemberships, listOwnInvitations } from "./list-memberships.ts";
import { listOwnEntries } from "./list-own-entries.ts";
import { listOwned } from "./list-owned.ts";
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
  const account: UserExport["account"] = {
    ...{ ...toUser(item), ...(item.quotas ? { quotas: item.quotas } : {}) },
    was_in: organizationsLeft(item),
  };
  const known = new Set<EventId>();
  const owners: [UserId, ...OwnerId[]] = [user_id, ...(Object.keys(account.memberships ?? {}) as OrganizationId[])];
  yield* writeJson({ exported_at: toInstant(core.clock()), account }, {
    namesakes: listNamesakes(core, item),
    sessions: listSessions(core, user_id),
    bookings: listBookings(core, user_id, known),
    holds: listHolds(core, user_id),
    organizations: listMemberships(core, account),
    invitations: listOwnInvitations(core, account),
    events: listOwned<EventId>(core.table, owners, "event-"),
    venues: listOwned<VenueId>(core.table, owners, "venue-"),
    scans: listScans(core.table, item, known),
    door_keys: listDoorKeysOf(core.table, item),
    journal: listOwnEntries(core, account, known),
    mails: listMails(core, account),
  } satisfies { [Field in Exclude<keyof UserExport, "exported_at" | "account">]: AsyncIterable<Each<Field>> });
}

async function* listNamesakes({ table }: Core, item: Item): AsyncGenerator<Each<"namesakes">> {
  const { email, verified_at } = toUser(item);
  const guests = guestsOf(item);
  for (const guest of guests) yield nameOf(table, guest);
  if (email === null || !verified_at) return;
  for await (const { sk } of queryItems(table, { partition: contactsAt(hashEmail(email)) }))
    if (!guests.includes(sk as UserId)) yield nameOf(table, sk as UserId);
}

async function nameOf(table: Table, user_id: UserId): Promise<Each<"namesakes">> {
  const item = await readItem(table, keys.user(user_id));
  return { user_id, name: item?.role === "guest" ? toUser(item).name : null };
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
async function* listBookings(core: Core, user_id: UserId, known: Set<EventId>): AsyncGenerator<Each<"bookings">> {
  for await (const item of queryItems(core.table, { index: "byUser", partition: user_id })) {
    const booking = toBooking(item);
    known.add(booking.event_id);
    yield {
      booking,
      payment: booking.payment_id && (await findPayment(core, booking.payment_id)),
      hold: booking.holding_id && (await findHolding(core, booking.holding_id)),
      mails: await readMails(core, booking),
      check_ins: await readAdmissions(core.table, booking),
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

/** Those that became no booking yet. */
async function* listHolds(core: Core, user_id: UserId): AsyncGenerator<Holding> {
  for await (const holding of listHoldsOf(core, user_id)) if (holding.booking_id === null) yield holding;
}

/** Mails to sign in that are on their way to the account's address, once it is known to be theirs. */
async function* listMails(core: Core, { email, verified_at }: User): AsyncGenerator<Each<"mails">> {
  if (email === null || !verified_at) return;
  for await (const key of listSignInMails(core, hashEmail(email))) {
    const mail = await readItem(core.table, key);
    if (mail) yield { kind: "sign-in", written_at: String(mail.written_at) };
  }
}
