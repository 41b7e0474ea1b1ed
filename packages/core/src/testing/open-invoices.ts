import { getEventAnalytics } from "../analytics/get-event-analytics.ts";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import type { CreateEvent } from "../event/event.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { BookingId, HoldingId } from "../ids.ts";
import { markPaid } from "../invoice/mark-paid.ts";
import { reserveOnInvoice } from "../invoice/reserve-on-invoice.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import type { TestCore } from "./open-core.ts";
import { ask, openEvent, type Sale } from "./open-event.ts";
import { ownOrganization } from "./own-organization.ts";
import { readSeats } from "./read-seats.ts";
import { expectCleanAudit, letTimePass } from "./settle-everything.ts";
import { signIn } from "./sign-in.ts";

let buyers = 0;

/** Somebody whose address is known to be theirs. */
export async function newVerified(core: TestCore): Promise<Actor> {
  return (await signIn(core, `verified-${buyers++}@example.org`)).user;
}

type Wanted = { rows?: number; perRow?: number; event?: Partial<CreateEvent>; organizer?: Actor };

/** An event in sixty days whose organization takes invoices; of its fifty seats ten may be reserved. */
export async function openInvoiceEvent(
  core: TestCore,
  { rows = 5, perRow = 10, event = {}, ...by }: Wanted = {},
): Promise<Sale> {
  const start_time = toInstant(core.clock() + 60 * 86_400);
  const sale = await openEvent(core, { rows, perRow, event: { start_time, ...event }, ...by });
  await takeInvoices(core, sale.organizer);
  return sale;
}

export async function takeInvoices(core: TestCore, owner: Actor): Promise<void> {
  const organization_id = ownOrganization(owner);
  await changeOrganization(core, owner, { organization_id, payment_methods: ["card", "invoice"] });
}

/** Holds the seats and reserves them. */
export async function reserve(core: TestCore, { event_id }: Sale, buyer: Actor, ...seats: string[]) {
  const { holding_id } = await placeHold(core, buyer, ask(event_id, ...seats));
  return reserveHeld(core, buyer, holding_id);
}

export async function reserveHeld(core: TestCore, buyer: Actor, holding_id: HoldingId): Promise<BookingView> {
  const booking = await reserveOnInvoice(core, buyer, { holding_id });
  if (!("booking_id" in booking)) throw new Error("it is not reserved");
  return booking;
}

/** The same, and what its seller and its buyer do. */
export async function openInvoices(core: TestCore, wanted: Wanted = {}) {
  const sale = await openInvoiceEvent(core, wanted);
  const { event_id, organizer } = sale;
  const buyer = await newVerified(core);
  return {
    ...{ sale, buyer },
    reserve: (...seats: string[]) => reserve(core, sale, buyer, ...seats),
    pay: (booking_id: BookingId, reason?: string) => markPaid(core, organizer, { booking_id, reason }),
    cancel: (booking_id: BookingId, actor: Actor = buyer) => cancelBooking(core, actor, { booking_id }),
    figures: () => getEventAnalytics(core, organizer, sale),
    stateOf: async (seat: string) =>
      (await readSeats(core, event_id)).find(({ seat_pos }) => seat_pos === seat)?.seat_state,
    /** Once its mails are sent. */
    async audit() {
      await letTimePass(core, 40);
      return expectCleanAudit(core, event_id);
    },
  };
}
