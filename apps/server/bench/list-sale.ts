import { type Dearest, type Hall, post } from "./dearest.ts";
import type { HttpRequest } from "./timed-request.ts";

const seatsPerHold = 10;
const payment = { token: "tok_visa" };

/**
 * What guests do with seats, each of them as often as there are requests: they hold ten, keep and pay for them, cancel,
 * hold again and let go. Their ids come from the answers to the requests before.
 */
export function listSale(hall: Hall): Dearest[] {
  const { event_id } = hall;
  const tokens: string[] = [];
  const holds: string[] = [];
  const bookings: string[] = [];
  const keep = (ids: string[], field: string, asked: HttpRequest, i: number): HttpRequest => ({
    ...asked,
    take: (text) => {
      ids[i] = String((JSON.parse(text) as Record<string, unknown>)[field]);
    },
  });
  const by = (i: number, { headers, ...asked }: HttpRequest): HttpRequest => ({
    ...asked,
    headers: { ...headers, authorization: `Bearer ${tokens[i]}` },
  });
  const once = (name: string, status: number, asked: Dearest["asked"]): Dearest => ({
    ...{ name, status, asked, when: "once" },
  });
  const hold = (i: number) =>
    keep(holds, "holding_id", by(i, post(`/events/${event_id}/hold`, { seats: seatsOf(hall, i) })), i);
  return [
    once("POST /session/guest", 201, (i) => keep(tokens, "token", post("/session/guest", {}), i)),
    once("POST /user", 201, (i) => post("/user", { email: `dear-${process.pid}-${i}@example.org` })),
    once("POST /events/{event_id}/hold, ten that are free", 201, hold),
    once("GET /{holding_id}", 200, (i) => by(i, { path: `/${holds[i]}` })),
    once("GET /events/{event_id}/hold", 200, (i) => by(i, { path: `/events/${event_id}/hold` })),
    once("POST /{holding_id}/extend", 200, (i) => by(i, post(`/${holds[i]}/extend`, {}))),
    once("POST /{holding_id}/confirm", 200, (i) =>
      keep(bookings, "booking_id", by(i, post(`/${holds[i]}/confirm`, { payment })), i),
    ),
    once("GET /bookings/{booking_id}", 200, (i) => by(i, { path: `/bookings/${bookings[i]}` })),
    once("tRPC booking.list", 200, (i) => by(i, { path: "/trpc/booking.list?input=%7B%7D" })),
    once("POST /bookings/{booking_id}/cancel", 200, (i) => by(i, post(`/bookings/${bookings[i]}/cancel`, {}))),
    once("POST /events/{event_id}/hold, ten that were cancelled", 201, hold),
    once("POST /{holding_id}/cancel", 200, (i) => by(i, post(`/${holds[i]}/cancel`, {}))),
    once("DELETE /session", 204, (i) => by(i, { path: "/session", method: "DELETE" })),
  ];
}

/** From the last row on: those that are sold meanwhile are at the front. */
function seatsOf({ rows, perRow }: Hall, i: number): string[] {
  const perHoldRow = perRow / seatsPerHold;
  const row = String.fromCharCode(65 + rows - 1 - Math.floor(i / perHoldRow));
  return Array.from({ length: seatsPerHold }, (_, k) => `${row}-${(i % perHoldRow) * seatsPerHold + k + 1}`);
}
