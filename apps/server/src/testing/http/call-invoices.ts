import type { TestCore } from "@evently/core/testing/open-core";
import { signIn } from "@evently/core/testing/sign-in";
import type { CheckedCall } from "./check-answers.ts";
import { openInvoices } from "./open-invoices.ts";

type World = { core: TestCore; sale: { organizer: { token: string }; venue_id: string }; guest: string };

/** All that is done with seats on invoice, by whoever may and may not, of an event of its own in a venue with seats. */
export async function callInvoices(
  call: CheckedCall["call"],
  { core, sale: { organizer: owner, venue_id }, guest }: World,
): Promise<void> {
  const organizer = owner.token;
  const { event_id } = await openInvoices({ call, core }, { organizer, venue_id });
  const { token } = await signIn(core, "reserves@example.org");
  const hold = async (who: string, seat: string) =>
    (await call("POST", `/events/${event_id}/hold`, { token: who, body: { seats: [seat] } })).body.holding_id;
  const confirm = async (who: string, seat: string) =>
    (await call("POST", `/${await hold(who, seat)}/confirm`, { token: who, body: { payment: { method: "invoice" } } }))
      .body;
  await confirm(guest, "A-1");
  const { booking_id, link } = await confirm(token, "A-2");
  const own = `/bookings/${booking_id}`;
  for (const path of [own, `${own}/tickets`, `${own}/tickets.pdf`, `${own}/ticket.ics`])
    await call("GET", path, { token });
  if (link !== undefined) throw new Error("a link is for its buyer alone");
  await call("GET", `/events/${event_id}/bookings?state=awaiting_payment`, { token: organizer });
  await call("GET", `/events/${event_id}/analytics`, { token: organizer });
  const move = { seats: [{ from: "A-2", to: "A-3" }] };
  await call("POST", `${own}/move`, { token: organizer, body: move });
  const byHand = { seat_pos: "A-2", reason: "They say that they paid" };
  await call("POST", `/events/${event_id}/check-ins`, { token: organizer, body: byHand });
  for (const body of [{ scans: [byHand] }])
    await call("POST", `/events/${event_id}/check-ins`, { token: organizer, body });
  for (const who of [token, organizer, organizer])
    await call("POST", `${own}/paid`, { token: who, body: { reason: "Statement 12" } });
  await call("POST", `${own}/cancel`, { token });
  const second = await confirm(token, "A-4");
  for (const _ of [1, 2]) await call("POST", `/bookings/${second.booking_id}/cancel`, { token });
  await call("POST", `/bookings/${second.booking_id}/paid`, { token: organizer, body: {} });
}
