type Sent = { token?: string; body?: unknown };
type Call = (method: string, path: string, sent?: Sent) => Promise<{ status: number; body: Record<string, unknown> }>;
type Headers = Record<string, string>;

export type PrivateWorld = {
  event_id: string;
  /** Two ways in which A says who they are: the organizer of an event and of a draft, and the buyer of a seat of it. */
  asA: [token: Headers, cookie: Headers];
  /** Someone else who is known. */
  asB: Headers;
  /** What everyone may read, A and B too. */
  publicPaths: string[];
  /** What A reads well of their own, and the status of the same for B and for nobody. */
  own: { path: string; toB: number; toNobody: number }[];
};

const query = (input: object) => `?input=${encodeURIComponent(JSON.stringify(input))}`;

/** Creates everything of A's that a response can hold, through `call`. Throws where the API refuses any of it. */
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
      ...["", "/seats", "/bookings", "/revenue", "/users"].map((of) => refused(`/events/${event_id}/analytics${of}`)),
      refused("/analytics/events"),
      hidden(`/events/${draft}/analytics`),
      { path: `/events/${event_id}/hold`, toB: 200, toNobody: 401 },
      { path: `/trpc/booking.list${query({})}`, toB: 200, toNobody: 401 },
      { path: "/trpc/session.get", toB: 200, toNobody: 200 },
    ],
  };
}
