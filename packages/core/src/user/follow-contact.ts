import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { remove } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { queryItems, queryPage } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { findContact } from "./find-contacts.ts";
import { hasBooked, putContactJob, setBuyer } from "./user.table.ts";
import type { Contact } from "./user.ts";

/** How many bookings follow a correction before it is answered; the others a moment later. */
const mostAtOnce = 25;

const bookingsOf = (user_id: UserId) => ({ index: "byUser", partition: user_id }) as const;

/**
 * What a correction of someone's contact writes with it, so that their bookings follow; nothing if they have none. A
 * booking made meanwhile fails the correction, which is then planned anew.
 */
export async function planToFollow({ table, clock }: Core, user_id: UserId): Promise<Action[]> {
  const [user, { items }] = await Promise.all([
    readItem(table, keys.user(user_id)),
    // Bookings of the version before marked nobody.
    queryPage(table, { ...bookingsOf(user_id), limit: 1 }),
  ]);
  return hasBooked(user) || items.length > 0 ? [putContactJob(user_id, clock())] : [];
}

/** Writes a corrected contact into someone's newest bookings at once; the job does what is left, or fails here. */
export async function followAtOnce(core: Core, user_id: UserId, buyer: Contact): Promise<void> {
  try {
    const { items } = await queryPage(core.table, { ...bookingsOf(user_id), newestFirst: true, limit: mostAtOnce });
    for (const booking of items) await writeBuyer(core.table, booking, buyer);
  } catch (error) {
    core.reportError("bookings follow their buyer's contact later", { user_id, error });
  }
}

/**
 * The job: writes a person's corrected name and address into all their bookings. A correction made meanwhile is a job of
 * its own, which stays due. Returns between two bookings once `signal` is aborted.
 */
export async function followContact({ table }: Core, user_id: UserId, signal?: AbortSignal): Promise<void> {
  const key = keys.job("contact", user_id);
  const job = await readItem(table, key);
  if (!job) return;
  let written: Contact | null = null;
  for (;;) {
    const buyer = await findContact(table, user_id);
    // Read again at the end: a slow run must not leave what it read before a later correction.
    if (written && isSame(written, buyer)) break;
    const bookings = queryItems(table, bookingsOf(user_id));
    if (!(await workThrough(bookings, signal, (booking) => writeBuyer(table, booking, buyer)))) return;
    written = buyer;
  }
  const values = { ":asked": job.asked_at };
  await transact(table, [remove({ remove: key, condition: "asked_at = :asked", values })]);
}

async function writeBuyer(table: Table, booking: Item, buyer: Contact): Promise<void> {
  const known = booking.buyer as Contact | undefined;
  if (!known || !isSame(known, buyer)) await updateItem(table, setBuyer(booking, buyer));
}

const isSame = (a: Contact, b: Contact): boolean => a.name === b.name && a.email === b.email;
