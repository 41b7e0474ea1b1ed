import { type Dearest, type Hall, post } from "./dearest.ts";
import { listRefused } from "./list-refused.ts";
import { listSale } from "./list-sale.ts";
import type { HttpRequest } from "./timed-request.ts";

const query = (procedure: string, input: unknown): HttpRequest => ({
  path: `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
});

/** The same call `count` times in one request. */
const batch = (procedure: string, count: number, input: unknown): HttpRequest => {
  const inputs = Object.fromEntries(Array.from({ length: count }, (_, i) => [i, input]));
  const path = `/trpc/${Array(count).fill(procedure).join(",")}`;
  return { path: `${path}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}` };
};

export function listDearest(hall: Hall): Dearest[] {
  const listed = [...listReads(hall), ...listHolds(hall), ...listSale(hall)];
  return [...listed, ...listRefused(hall)];
}

function listReads({ event_id, venue_id, layout_id }: Hall): Dearest[] {
  const search = encodeURIComponent("shostakovitch symphony beethovn dvorak concert hall oslo".repeat(2).slice(0, 100));
  const get = (name: string, asked: HttpRequest): Dearest => ({
    ...{ name, status: 200, asked: () => asked, when: "selling" },
  });
  return [
    get("GET /health, for comparison", { path: "/health" }),
    get("GET /events, a search of 100 letters", { path: `/events?search=${search}&limit=50` }),
    get("GET /events/{event_id}", { path: `/events/${event_id}` }),
    get("GET /events/{event_id}/seats", { path: `/events/${event_id}/seats` }),
    get("GET /events/{event_id}/seats, those available", { path: `/events/${event_id}/seats?seat_state=available` }),
    get("tRPC seat.map", query("seat.map", { event_id })),
    get("tRPC seat.map, 4 times in a batch", batch("seat.map", 4, { event_id })),
    get("tRPC seat.list", query("seat.list", { event_id })),
    get("tRPC seat.list, twice in a batch", batch("seat.list", 2, { event_id })),
    get("GET /venue", { path: "/venue?limit=50" }),
    get("GET /venue/{venue_id}", { path: `/venue/${venue_id}` }),
    get("GET /venue/{venue_id}/seats", { path: `/venue/${venue_id}/seats` }),
    get("tRPC venue.seats, 4 times in a batch", batch("venue.seats", 4, { venue_id })),
    get("tRPC venue.plan, 4 times in a batch", batch("venue.plan", 4, { venue_id })),
    get("tRPC venue.layout, 4 times in a batch", batch("venue.layout", 4, { layout_id })),
    get("tRPC event.published", query("event.published", { page: 0 })),
    get("tRPC limits.get", { path: "/trpc/limits.get" }),
    get("tRPC session.get", { path: "/trpc/session.get" }),
    get("GET /openapi.json", { path: "/openapi.json" }),
  ];
}

function listHolds({ event_id, guest, taken }: Hall): Dearest[] {
  const hold = (name: string, status: number, seats: unknown): Dearest => ({
    ...{ name: `POST /events/{event_id}/hold, ${name}`, status, when: "selling" },
    asked: () => post(`/events/${event_id}/hold`, { seats }, guest),
  });
  const strange = Array.from({ length: 1_500 }, (_, i) => `${i}`);
  return [hold("ten that are taken", 409, taken), hold("1,500 that can't be", 422, strange)];
}
