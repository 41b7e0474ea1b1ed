import type { openSale, TestApp } from "./open-app.ts";

type Request = { path: string; token: string; body: unknown };
type Opened = { app: TestApp; sale: Awaited<ReturnType<typeof openSale>>; nextSeat(): string; token: string };

/** Every POST about tickets that may have a key, and the status that it is answered with; `token` is a buyer's. */
export function keyedOfDoor(open: () => Opened): Record<string, [number, () => Promise<Request>]> {
  return {
    "POST /bookings/{booking_id}/mail": [
      202,
      async () => {
        const { booking_id } = await book(open());
        return { path: `/bookings/${booking_id}/mail`, token: open().sale.organizer.token, body: {} };
      },
    ],
    "POST /events/{event_id}/check-ins": [
      200,
      async () => {
        const { code } = await book(open());
        const { event_id, organizer } = open().sale;
        return { path: `/events/${event_id}/check-ins`, token: organizer.token, body: { code } };
      },
    ],
  };
}

/** A new booking of the buyer's, with the code of its ticket. */
async function book({ app, sale, nextSeat, token }: Opened) {
  const held = await app.call("POST", `/events/${sale.event_id}/hold`, { token, body: { seats: [nextSeat()] } });
  const payment = { token: "tok_visa" };
  const booked = await app.call("POST", `/${held.body.holding_id}/confirm`, { token, body: { payment } });
  const { booking_id } = booked.body;
  const { items } = (await app.call("GET", `/bookings/${booking_id}/tickets`, { token })).body;
  const [ticket] = items as { code: string }[];
  return { booking_id: String(booking_id), code: ticket?.code };
}
