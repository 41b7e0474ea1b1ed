import { askForCode } from "./ask-of-accounts.ts";
import type { BothProtocols, Somebody } from "./open-both-protocols.ts";

type World = { organizer: Somebody; guest: Somebody; venue_id: unknown; event(more: object): Record<string, unknown> };

/** Seats on invoice in both worlds, of an event of their own in a venue with seats. */
export async function askOfInvoices(
  { ask }: BothProtocols,
  { organizer, guest, venue_id, event }: World,
): Promise<void> {
  const { body } = await ask("venue.get", organizer, { venue_id });
  const organization_id = body?.organization_id;
  for (const payment_methods of [["card", "invoice"], ["cash"], []])
    await ask("organization.change", organizer, { organization_id, payment_methods });
  const { body: made } = await ask("event.create", organizer, event({ start_time: "2097-06-01T20:00:00Z" }));
  const proof = await askForCode(ask, "reserves@example.org");
  const { somebody: buyer } = await ask("session.confirm", null, proof);
  const reserve = async (who: Somebody, seat: string) => {
    const held = await ask("hold.place", who, { event_id: made?.event_id, seats: [seat] });
    return ask("hold.confirm", who, { holding_id: held.body?.holding_id, payment: { method: "invoice" } });
  };
  await reserve(guest, "A-2");
  const { body: reserved } = await reserve(buyer, "A-1");
  const { booking_id } = reserved ?? {};
  for (const name of ["booking.get", "booking.tickets", "booking.ticketsPdf"]) await ask(name, buyer, { booking_id });
  await ask("booking.listSold", organizer, { event_id: made?.event_id, state: "awaiting_payment" });
  for (const who of [buyer, organizer, organizer])
    await ask("booking.markPaid", who, { booking_id, reason: "Statement" });
  await ask("booking.cancel", buyer, { booking_id });
}
