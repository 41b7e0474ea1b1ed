import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { putContact } from "../user/contact.table.ts";
import { checkUnverified, markAdopter, markBuyer, mergeGuest, toUser } from "../user/user.table.ts";
import type { Actor, User } from "../user/user.ts";
import { moveBooking } from "./booking.table.ts";
import type { AdoptBookings, Booking, BookingView } from "./booking.ts";
import { findFormerAmong } from "./find-former.ts";
import { findBooking } from "./get-booking.ts";
import { readBookings } from "./read-bookings.ts";
import { viewBookings } from "./view-booking.ts";

/** How often a booking, its former owner or the account change while it is moved. */
const maxAttempts = 5;

/**
 * Makes bookings that were found the caller's, one by one, each in a transaction that fails unless it is still whose it was: an
 * interrupted call is repeated, and does what is left. Links to them are dead, and so is the token of the guest who had them, but
 * for a hold that is open. `guest_id` is the guest whom the caller was when they signed in. Throws USER_NOT_FOUND, and
 * BOOKING_NOT_FOUND if one of them is not found for the caller: then nothing moves; SUSPENDED.
 */
export async function adoptBookings(
  core: Core,
  actor: Actor,
  { user_id, booking_ids }: AdoptBookings,
  guest_id: UserId | null,
): Promise<BookingView[]> {
  if (actor.user_id !== user_id || actor.role === "guest") throw new EventlyError("USER_NOT_FOUND", {});
  const wanted = [...new Set(booking_ids)];
  const bookings = new Map((await readBookings(core.table, wanted)).map((booking) => [booking.booking_id, booking]));
  const asked = wanted.map((id) => bookings.get(id) ?? notFound());
  await requireFormer(core, await readAccount(core, user_id), asked, guest_id);
  const moved: Booking[] = [];
  for (const booking of asked) moved.push(await adopt(core, actor, booking, guest_id));
  return viewBookings(core, actor, moved);
}

function notFound(): never {
  throw new EventlyError("BOOKING_NOT_FOUND", {});
}

async function readAccount({ table }: Core, user_id: UserId): Promise<User> {
  const item = await readItem(table, keys.user(user_id));
  if (!item) throw new EventlyError("USER_NOT_FOUND", {});
  return toUser(item);
}

/** The former owners of the bookings that are not the caller's own yet. */
async function requireFormer(core: Core, account: User, bookings: Booking[], guest_id: UserId | null) {
  const owners = bookings.map(({ user_id }) => user_id);
  const former = await findFormerAmong(core, account, { guest_id, owners });
  if (owners.some((owner) => owner !== account.user_id && !former.has(owner))) notFound();
  return former;
}

async function adopt(core: Core, actor: Actor, read: Booking, guest_id: UserId | null): Promise<Booking> {
  let booking = read;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    if (booking.user_id === actor.user_id) return booking;
    const account = await readAccount(core, actor.user_id);
    const owner = (await requireFormer(core, account, [booking], guest_id)).get(booking.user_id) ?? notFound();
    if (account.suspended) throw new EventlyError("SUSPENDED", {});
    const outcome = await transact(core.table, planMove(core, actor, { booking, account, owner }));
    if (outcome.done) core.sessions.forgetAll(booking.user_id);
    booking = (await findBooking(core, booking.booking_id)) ?? notFound();
  }
  if (booking.user_id === actor.user_id) return booking;
  throw new EventlyError("UNAVAILABLE", {});
}

type Move = { booking: Booking; account: User; owner: Item };

function planMove(core: Core, actor: Actor, { booking, account, owner }: Move): Action[] {
  const at = core.clock();
  const { user_id, name, email } = account;
  const { event_id, booking_id, user_id: from } = booking;
  const changes = { [booking_id]: { before: from, after: user_id } };
  return [
    moveBooking(booking, user_id, { name, email }),
    toUser(owner).role === "guest"
      ? markAdopter(user_id, { name, email }, from)
      : markBuyer(user_id, { name, email }, { isPaid: false }),
    ...endFormer(account, owner, at),
    putJournal({ subject: event_id, at, actor, action: "booking.adopted", changes, part: booking_id }),
  ];
}

/** What a guest books from now on, with a hold that is open, is found at the account's address. */
function endFormer({ user_id, email }: User, owner: Item, at: number): Action[] {
  const former = toUser(owner);
  if (former.role !== "guest") return [checkUnverified(former.user_id)];
  const merge = mergeGuest(former.user_id, { into: user_id, at });
  return email === null ? [merge] : [merge, putContact(email, former.user_id)];
}
