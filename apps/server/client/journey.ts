/**
 * The journey of docs/api.md, by a client that knows nothing of this repository but the API's own description: its types
 * are in `api.generated.ts`, which openapi-typescript writes from /openapi.json. A story compiles and runs it.
 *
 *     node --import tsx journey.ts http://127.0.0.1:8000
 */
import createClient from "openapi-fetch";
import type { paths } from "./api.generated.ts";

type Answer<T> = { data?: T; error?: { error_code: string; error: string }; response: Response };

const baseUrl = process.argv[2] ?? "http://127.0.0.1:8000";
const connect = (token?: string) =>
  createClient<paths>({ baseUrl, ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }) });

/** The answer's data. Throws the failure, with its code. */
function dataOf<T>({ data, error, response }: Answer<T>): T {
  if (data !== undefined) return data;
  throw new Error(`${response.url}: ${response.status} ${error?.error_code} ${error?.error}`);
}

function check(isTrue: boolean, claim: string): asserts isTrue {
  if (!isTrue) throw new Error(`Not so: ${claim}`);
}

const anyone = connect();

/** An organizer with a hall of four seats, one of them relabelled. */
async function openHall() {
  const email = `organizer-${Date.now()}@example.org`;
  const { token } = dataOf(await anyone.POST("/user", { body: { email, name: "Ada", role: "organizer" } }));
  const organizer = connect(token);
  const { venue_id } = dataOf(
    await organizer.POST("/venue", {
      body: { name: "Small hall", city: "Oslo", timezone: "Europe/Oslo", seat_types: ["Stalls", "Box"] },
    }),
  );
  const path = { venue_id };
  const stalls = [1, 2, 3].map((seat_num) => ({ row: "A", seat_num, seat_type: "Stalls" }));
  const added = dataOf(
    await organizer.POST("/venue/{venue_id}/seats", {
      params: { path },
      body: { seats: [...stalls, { row: "B", seat_num: 1, seat_type: "Box" }] },
    }),
  );
  check(added.created === 4 && added.seats[3]?.seat_pos === "B-1", "the answer names the keys of the seats");
  const corrected = dataOf(
    await organizer.PATCH("/venue/{venue_id}/seats", {
      params: { path, header: { "If-Match": '"1"' } },
      body: { relabel: [{ seat_pos: "B-1", section: "Loge 3", row_label: "", seat_label: "1bis" }] },
    }),
  );
  check(corrected.revision === 2, "a correction makes the next revision");
  const file = dataOf(await organizer.GET("/venue/{venue_id}/seats.csv", { params: { path }, parseAs: "text" }));
  check(file.includes("Loge 3"), "the seats come as CSV");
  return { organizer, venue_id };
}

type Organizer = Awaited<ReturnType<typeof openHall>>;

/** An event whose creation is sent twice, and once changed. */
async function openSale({ organizer, venue_id }: Organizer) {
  const send = () =>
    organizer.POST("/events", {
      params: { header: { "Idempotency-Key": `spring-${venue_id}` } },
      body: {
        venue_id,
        name: "Spring concert",
        start_time: "2099-05-01T20:00:00+02:00",
        duration: 120,
        artists: ["Clara Schumann"],
        tags: ["Piano"],
        seat_type_prices: { Stalls: 4500, Box: 9000 },
      },
    });
  const event = dataOf(await send());
  const again = await send();
  check(dataOf(again).event_id === event.event_id, "the same key makes one event");
  check(again.response.headers.get("idempotency-replayed") === "true", "a repeated answer says so");
  check(event.start_time === "2099-05-01T18:00:00.000Z", "an instant is answered in UTC");
  const changed = dataOf(
    await organizer.PATCH("/events/{event_id}", {
      params: { path: event },
      body: { revision: event.revision, doors_time: "2099-05-01T19:00:00+02:00", reason: "Doors open earlier" },
    }),
  );
  check(changed.revision === event.revision + 1, "a change makes the next revision");
  return changed;
}

type Sale = Awaited<ReturnType<typeof openSale>>;

async function lookAround({ event_id }: Sale): Promise<void> {
  const found = dataOf(
    await anyone.GET("/events", {
      params: {
        query: { search: "sprnig", city: "oslo", tag: "piano", price_max: 9000, currency: "USD", sort: "price" },
      },
    }),
  );
  check(found.matched === "all", "a search forgives typing errors");
  const read = (headers: Record<string, string> = {}) =>
    anyone.GET("/events/{event_id}", { params: { path: { event_id } }, headers });
  const page = await read();
  check(dataOf(page).availability.by_seat_type.Box?.available === 1, "a page counts free seats by type");
  const unchanged = await read({ "if-none-match": page.response.headers.get("etag") ?? "" });
  check(unchanged.response.status === 304, "an answer that has not changed comes without its body");
  const { items } = dataOf(
    await anyone.GET("/events/{event_id}/seats", {
      params: { path: { event_id }, query: { seat_state: "available" } },
    }),
  );
  check(items.length === 4 && items[0]?.price === 4500, "every seat has its price");
}

/** Two guests want the same seat: the second is offered another one. */
async function hold({ event_id }: Sale) {
  const [guest, other] = [await startGuest(), await startGuest()];
  const params = { path: { event_id } };
  const held = dataOf(await guest.POST("/events/{event_id}/hold", { params, body: { seats: ["A-1", "B-1"] } }));
  check(held.total === 13_500 && held.extendable, "a hold fixes the price");
  const { error } = await other.POST("/events/{event_id}/hold", { params, body: { seats: ["A-1"] } });
  check(error?.error_code === "SEATS_UNAVAILABLE", "a held seat is not held twice");
  check(error.details.alternatives[0]?.length === 1, "as many seats are offered as were asked for");
  return { guest, holding_id: held.holding_id };
}

async function startGuest() {
  const { token } = dataOf(await anyone.POST("/session/guest", { body: {} }));
  return connect(token);
}

async function buy({ guest, holding_id }: Awaited<ReturnType<typeof hold>>) {
  const pay = (token: string) =>
    guest.POST("/{holding_id}/confirm", { params: { path: { holding_id } }, body: { payment: { token } } });
  const { error } = await pay("tok_chargeDeclined");
  check(error?.error_code === "PAYMENT_DECLINED", "a card can be declined");
  check(error.details.reason === "card_declined", "and the gateway says why");
  const booked = dataOf(await pay("tok_visa"));
  if ("next_action" in booked) throw new Error("The bank asks its customer first");
  const params = { path: { booking_id: booked.booking_id } };
  const booking = dataOf(await guest.GET("/bookings/{booking_id}", { params }));
  check(booking.state === "confirmed" && booking.refund_if_cancelled === 13_500, "a booking can be given back");
  return dataOf(await guest.POST("/bookings/{booking_id}/cancel", { params }));
}

const hall = await openHall();
const sale = await openSale(hall);
await lookAround(sale);
const cancelled = await buy(await hold(sale));
const figures = dataOf(await hall.organizer.GET("/events/{event_id}/analytics", { params: { path: sale } }));
const journal = dataOf(await hall.organizer.GET("/events/{event_id}/journal", { params: { path: sale } }));
const ended = await hall.organizer.DELETE("/session");
process.stdout.write(
  JSON.stringify({
    refund: cancelled.refund?.amount,
    booked: figures.total_bookings,
    revenue: figures.revenue,
    currency: figures.currency,
    reasons: journal.items.flatMap(({ reason }) => reason ?? []),
    ended: ended.response.status,
  }),
);
