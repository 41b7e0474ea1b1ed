import { signIn } from "@evently/core/testing/sign-in";
import type { openSale, TestApp } from "./open-app.ts";
import { openInvoices } from "./open-invoices.ts";

type Request = { path: string; token: string; body: unknown };
type Opened = { app: TestApp; sale: Awaited<ReturnType<typeof openSale>>; nextSeat(): string };

/** Every POST of a box office, all of which may have a key, and the status that it is answered with. */
export function keyedOfBoxOffice(open: () => Opened): Record<string, [number, () => Promise<Request>]> {
  return {
    "POST /events/{event_id}/blocks": [
      200,
      async () => {
        const { sale, nextSeat } = open();
        const body = { seats: [nextSeat()], reason: "Press" };
        return { path: `/events/${sale.event_id}/blocks`, token: sale.organizer.token, body };
      },
    ],
    "POST /events/{event_id}/counter-sales": [201, async () => counterSale(open(), open().nextSeat())],
    "POST /bookings/{booking_id}/move": [200, () => move(open())],
    "POST /bookings/{booking_id}/paid": [200, () => pay(open())],
    "POST /bookings/{booking_id}/refunds": [200, () => refund(open())],
  };
}

function counterSale({ sale }: Opened, seat: string, payment = "comp"): Request {
  const body = { seats: [seat], payment, holder: { name: "Ann" } };
  return { path: `/events/${sale.event_id}/counter-sales`, token: sale.organizer.token, body };
}

/** Of a booking that somebody reserved whose address is known to be theirs. */
async function pay({ app, sale }: Opened): Promise<Request> {
  const { token } = sale.organizer;
  const { event_id } = await openInvoices(app, { organizer: token, venue_id: sale.venue_id });
  const buyer = await signIn(app.core, `pays-${event_id}@example.org`);
  const held = await app.call("POST", `/events/${event_id}/hold`, { token: buyer.token, body: { seats: ["A-1"] } });
  const body = { payment: { method: "invoice" } };
  const reserved = await app.call("POST", `/${held.body.holding_id}/confirm`, { token: buyer.token, body });
  return { path: `/bookings/${reserved.body.booking_id}/paid`, token, body: { reason: "Statement 12" } };
}

async function move(opened: Opened): Promise<Request> {
  const [from, to] = [opened.nextSeat(), opened.nextSeat()];
  const { path, ...sent } = counterSale(opened, from);
  const { booking_id } = (await opened.app.call("POST", path, sent)).body;
  return { path: `/bookings/${booking_id}/move`, token: sent.token, body: { seats: [{ from, to }] } };
}

async function refund(opened: Opened): Promise<Request> {
  const { path, ...sent } = counterSale(opened, opened.nextSeat(), "cash");
  const { booking_id } = (await opened.app.call("POST", path, sent)).body;
  return { path: `/bookings/${booking_id}/refunds`, token: sent.token, body: { amount: 1, reason: "Late" } };
}
