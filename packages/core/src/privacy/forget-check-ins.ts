import { isDeepStrictEqual } from "node:util";
import { checkInsIn, toCheckIn, writeCheckIn } from "../admission/admission.table.ts";
import type { CheckIn, Entry } from "../admission/admission.ts";
import { checkInsOfBooking } from "../admission/check-ins-of-booking.ts";
import type { Booking } from "../booking/booking.ts";
import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { forgetNames, listMadeBy, writeDoorKeys } from "../door-key/door-key.table.ts";
import { readDoorKeys } from "../door-key/read-door-keys.ts";
import type { EventId, OrganizationId, UserId } from "../ids.ts";
import { dropReason, entriesOf, toJournalEntry } from "../journal/journal.table.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";

type Forget = (entry: Entry) => Entry;

const dropWords: Forget = (entry) => (entry.reason === null ? entry : { ...entry, reason: "" });
const isByHand = ({ reason }: Entry): boolean => reason !== null;

/** Why somebody was let in by hand may name them: who is in stays known, and that it was by hand. */
export async function forgetAdmissions({ table }: Core, booking: Booking): Promise<void> {
  let wasByHand = false;
  for await (const checkIn of checkInsOfBooking(table, booking)) {
    wasByHand ||= checkIn.entries.some(isByHand);
    await rewrite(table, checkIn, dropWords);
  }
  const { booking_id, event_id } = booking;
  const isOwn = ({ changes }: JournalEntry) => Object.keys(changes).some((field) => field.startsWith(`${booking_id} `));
  if (wasByHand) await dropReasons(table, event_id, isOwn);
}

type Door = { user_id: UserId; member_of: readonly OrganizationId[]; signal: AbortSignal | undefined };

/**
 * What somebody wrote at the doors of organizations that they were ever a member of: how they called their device and the keys that they
 * made, and why they let others in. False if `signal` asked it to return.
 */
export const forgetScans = (core: Core, { user_id, member_of, signal }: Door): Promise<boolean> =>
  workThrough(eventsOf(core.table, member_of), signal, (event_id) => forgetScansAt(core, event_id, user_id));

async function* eventsOf(table: Table, organization_ids: readonly OrganizationId[]): AsyncGenerator<EventId> {
  for (const partition of organization_ids)
    for await (const { sk } of queryItems(table, { partition, from: "event-" })) {
      if (!String(sk).startsWith("event-")) break;
      yield sk as EventId;
    }
}

async function forgetScansAt(core: Core, event_id: EventId, user_id: UserId): Promise<void> {
  const { table } = core;
  const keys = await forgetKeys(core, event_id, user_id);
  const isOwn = ({ actor_id }: Pick<Entry | JournalEntry, "actor_id">) => actor_id === user_id;
  let wasByHand = false;
  for await (const item of queryItems(table, checkInsIn(event_id))) {
    const checkIn = toCheckIn(item);
    wasByHand ||= checkIn.entries.some((entry) => isOwn(entry) && isByHand(entry));
    await rewrite(table, checkIn, (entry) => {
      if (isOwn(entry)) return { ...dropWords(entry), device: null };
      return keys.has(entry.actor_id) ? { ...entry, device: null } : entry;
    });
  }
  if (wasByHand) await dropReasons(table, event_id, isOwn);
}

/** What they called the keys that they made, for devices that may be their own; answers which these were. */
async function forgetKeys(core: Core, event_id: EventId, user_id: UserId): Promise<Set<string>> {
  const read = await readDoorKeys(core, event_id);
  const made = listMadeBy(read, user_id);
  const next = forgetNames(read, user_id);
  if (!isDeepStrictEqual(next, { keys: read.keys, ended: read.ended }))
    await transact(core.table, [writeDoorKeys(event_id, read, next, core.clock())]);
  return new Set(made.map(({ door_key_id }) => door_key_id));
}

async function dropReasons(table: Table, event_id: EventId, isOwn: (entry: JournalEntry) => boolean): Promise<void> {
  for await (const item of queryItems(table, entriesOf(event_id))) {
    const entry = toJournalEntry(item);
    if (entry.action === "ticket.admitted_by_hand" && entry.reason !== null && isOwn(entry))
      await updateItem(table, dropReason(item));
  }
}

/** One that changes meanwhile is met when everything is looked through once more. */
async function rewrite(table: Table, checkIn: CheckIn, forget: Forget): Promise<void> {
  const entries = checkIn.entries.map(forget);
  if (isDeepStrictEqual(entries, checkIn.entries)) return;
  await transact(table, writeCheckIn(checkIn, { ...checkIn, entries, revision: checkIn.revision + 1 }));
}
