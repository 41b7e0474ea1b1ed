import type { MostAwaiting } from "../booking/invoice.rules.ts";
import type { Core } from "../core.ts";
import { type Details, EventlyError } from "../errors.ts";
import type { Holding } from "../hold/hold.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toInstant, toSeconds } from "../time.ts";
import { toContact } from "../user/find-contacts.ts";
import { isDeleted, toUser } from "../user/user.table.ts";
import type { Contact } from "../user/user.ts";
import { closedBefore, dueBy, mostAwaiting } from "./limits.rules.ts";

/** By when a hold's seats would have to be paid for, by whom, and how many may be reserved. */
export type InvoiceOffer = { due_at: string; buyer: Contact; most: MostAwaiting };

type Cause = Details<"INVOICE_NOT_AVAILABLE">["cause"];

const texts: Record<Cause, string> = {
  organization: "This seller takes no payment on invoice.",
  buyer: "Only an account whose e-mail address is known to be its owner's can reserve on invoice. Sign in first.",
  seats_of_person: "One person can have no more seats of this event reserved on invoice.",
  share_of_hall: "No more seats of this event can be reserved on invoice.",
  time: "The event begins too soon to reserve on invoice.",
};

export const notAvailable = (cause: Cause): EventlyError<"INVOICE_NOT_AVAILABLE"> =>
  new EventlyError("INVOICE_NOT_AVAILABLE", { cause }, `${texts[cause]} Your seats are still held.`);

/**
 * What can be said of a reservation before it is written; how many seats there are by then the write decides. Event and seller may be two
 * seconds old. Throws INVOICE_NOT_AVAILABLE.
 */
export async function offerInvoice(core: Core, { event_id, user_id, lines }: Holding): Promise<InvoiceOffer> {
  const event = await core.events.find(event_id);
  const seller = event?.organization_id ? await core.organizations.find(event.organization_id) : null;
  if (!event || !seller?.payment_methods.includes("invoice")) throw notAvailable("organization");
  const [now, start] = [core.clock(), toSeconds(event.start_time)];
  if (start - now < closedBefore) throw notAvailable("time");
  const user = await readItem(core.table, keys.user(user_id));
  if (!user || isDeleted(user) || toUser(user).verified_at === undefined) throw notAvailable("buyer");
  const most = mostAwaiting(event);
  if (lines.length > most.ofPerson) throw notAvailable("seats_of_person");
  if (lines.length > most.ofEvent) throw notAvailable("share_of_hall");
  return { due_at: toInstant(dueBy(now, { start, window: core.rules.INVOICE_WINDOW })), buyer: toContact(user), most };
}
