import type { HttpRequest } from "./timed-request.ts";

/** A request of a caller without an account, the dearest that its route can be sent, and what it is answered. */
export type Dearest = { name: string; status: number; asked: (i: number) => HttpRequest };

type Hall = {
  event_id: string;
  venue_id: string;
  layout_id: string;
  /** Of a guest, who has no account either. */
  guest: string;
  /** Somebody else holds them. */
  taken: string[];
};

const kB = 1024;

const query = (procedure: string, input: unknown): HttpRequest => ({
  path: `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
});

/** The same call `count` times in one request. */
const batch = (procedure: string, count: number, input: unknown): HttpRequest => {
  const inputs = Object.fromEntries(Array.from({ length: count }, (_, i) => [i, input]));
  const path = `/trpc/${Array(count).fill(procedure).join(",")}`;
  return { path: `${path}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}` };
};

const post = (path: string, body: unknown, token?: string): HttpRequest => ({
  ...{ path, method: "POST", body: JSON.stringify(body) },
  ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
});

/** A body that is just as large as the route takes from whoever may call it. */
const bodyOf = (bytes: number) => ({ seats: "x".repeat(bytes - 100) });

export function listDearest(hall: Hall): Dearest[] {
  return [...listReads(hall), ...listWrites(hall)];
}

function listReads({ event_id, venue_id, layout_id }: Hall): Dearest[] {
  const search = encodeURIComponent("shostakovitch symphony beethovn dvorak concert hall oslo".repeat(2).slice(0, 100));
  const get = (name: string, asked: HttpRequest): Dearest => ({ name, status: 200, asked: () => asked });
  return [
    get("GET /health, for comparison", { path: "/health" }),
    get("GET /events, a search of 100 letters", { path: `/events?search=${search}&limit=50` }),
    get("GET /events/{id}", { path: `/events/${event_id}` }),
    get("GET /events/{id}/seats", { path: `/events/${event_id}/seats` }),
    get("GET /events/{id}/seats, those available", { path: `/events/${event_id}/seats?seat_state=available` }),
    get("tRPC seat.map", query("seat.map", { event_id })),
    get("tRPC seat.map, 4 times in a batch", batch("seat.map", 4, { event_id })),
    get("tRPC seat.list", query("seat.list", { event_id })),
    get("GET /venue", { path: "/venue?limit=50" }),
    get("GET /venue/{id}", { path: `/venue/${venue_id}` }),
    get("GET /venue/{id}/seats", { path: `/venue/${venue_id}/seats` }),
    get("tRPC venue.seats", query("venue.seats", { venue_id })),
    get("tRPC venue.plan, 4 times in a batch", batch("venue.plan", 4, { venue_id })),
    get("tRPC venue.layout", query("venue.layout", { layout_id })),
    get("tRPC event.published", query("event.published", { page: 0 })),
    get("GET /openapi.json", { path: "/openapi.json" }),
  ];
}

function listWrites({ event_id, venue_id, guest, taken }: Hall): Dearest[] {
  const hold = (name: string, status: number, seats: unknown): Dearest => ({
    ...{ name: `POST /events/{id}/hold, ${name}`, status },
    asked: () => post(`/events/${event_id}/hold`, { seats }, guest),
  });
  const strange = Array.from({ length: 1_500 }, (_, i) => `${i}`);
  return [
    { name: "POST /session/guest", status: 201, asked: () => post("/session/guest", {}) },
    { name: "POST /user", status: 201, asked: (i) => post("/user", { email: `dear-${process.pid}-${i}@example.org` }) },
    hold("ten that are taken", 409, taken),
    hold("1,500 that can't be", 422, strange),
    ...[
      { who: "nobody", status: 401, token: undefined },
      { who: "a guest", status: 403, token: guest },
    ].flatMap(({ who, status, token }): Dearest[] => [
      {
        ...{ name: `POST /venue/{id}/seats, 4 MB of ${who}`, status },
        asked: () => post(`/venue/${venue_id}/seats`, bodyOf(4 * kB * kB), token),
      },
      { name: `POST /events, 64 kB of ${who}`, status, asked: () => post("/events", bodyOf(64 * kB), token) },
    ]),
  ];
}
