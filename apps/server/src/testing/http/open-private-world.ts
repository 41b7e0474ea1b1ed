type RequestOptions = { token?: string; body?: unknown };
type Call = (
  method: string,
  path: string,
  sent?: RequestOptions,
) => Promise<{ status: number; body: Record<string, unknown> }>;
type Headers = Record<string, string>;

export type PrivateWorld = {
  event_id: string;
  /** Two identities of A: the organizer of an event and of a draft, and the buyer of a seat. */
  asA: [token: Headers, cookie: Headers];
  /** Another signed-in user. */
  asB: Headers;
  /** Paths that everyone may read, A and B too. */
  publicPaths: string[];
  /** Paths that A can read, with the status for B and for anonymous requests. */
  own: { path: string; toB: number; toNobody: number }[];
};

const query = (input: object) => `?input=${encodeURIComponent(JSON.stringify(input))}`;

/**
 * Creates every kind of record of A's that a response can contain, through `call`. Throws if the API rejects any of
 * them.
 */
export async function openPrivateWorld(call: Call): Promise<PrivateWorld> {
  async function must(path: string, token?: string, body: unknown = {}) {
    const answer = await call("POST", path, token === undefined ? { body } : { token, body });
    if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  const email = `a-${Math.random().toString(36).slice(2)}@example.org`;
  const { user_id, token: a } = (await must("/user", undefined, { email, role: "organizer" })) as Headers;
  const { token: b } = (await must("/session/guest")) as Headers;
  const { venue_id } = await must("/venue", a, { name: "Hall", city: "Oslo", seat_types: ["Stalls"] });
  const seats = [1, 2, 3, 4].map((seat_num) => ({ row: "A", seat_num, seat_type: "Stalls" }));
  await must(`/venue/${venue_id}/seats`, a, { seats });
  const event = { venue_id, name: "Concert", start_time: "2099-01-01T20:00:00Z", duration: 60 };
  const open = async (status: string) =>
    String((await must("/events", a, { ...event, seat_type_prices: { Stalls: 4500 }, status })).event_id);
  const [event_id, draft] = [await open("published"), await open("draft")];
  const hold = async (seat: string) => (await must(`/events/${event_id}/hold`, a, { seats: [seat] })).holding_id;
  const booking = await must(`/${await hold("A-1")}/confirm`, a, { payment: { token: "tok_visa" } });
  const holding_id = await hold("A-2");

  const hidden = (path: string) => ({ path, toB: 404, toNobody: 401 });
  const refused = (path: string) => ({ path, toB: 403, toNobody: 401 });
  const absent = (path: string) => ({ path, toB: 404, toNobody: 404 });
  return {
    event_id,
    asA: [{ authorization: `Bearer ${a}` }, { cookie: `evently_session=${a}` }],
    asB: { authorization: `Bearer ${b}` },
    publicPaths: [
      ...["/events", `/events/${event_id}`, `/events/${event_id}/seats`],
      ...["/venue", `/venue/${venue_id}`, `/venue/${venue_id}/seats`],
    ],
    own: [
      ...[`/events/${draft}`, `/events/${draft}/seats`, `/trpc/event.get${query({ event_id: draft })}`].map(absent),
      ...[`/${holding_id}`, `/bookings/${booking.booking_id}`, `/user/${user_id}`, `/user/${user_id}/bookings`].map(
        hidden,
      ),
      ...["", "/seats", "/bookings", "/revenue", "/users"].map((path) =>
        refused(`/events/${event_id}/analytics${path}`),
      ),
      refused("/analytics/events"),
      hidden(`/events/${draft}/analytics`),
      { path: `/events/${event_id}/hold`, toB: 200, toNobody: 401 },
      { path: `/trpc/booking.list${query({})}`, toB: 200, toNobody: 401 },
      { path: "/trpc/session.get", toB: 200, toNobody: 200 },
    ],
  };
}
