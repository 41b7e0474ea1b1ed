import { id } from "@evently/core/testing/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedOfPeople } from "../testing/http/keyed-of-people.ts";
import { newEvent, openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let sale: Awaited<ReturnType<typeof openSale>>;
let guest: string;
let seats = 0;
let keys = 0;

beforeAll(async () => {
  app = await openApp();
  sale = await openSale(app, { perRow: 40 });
  guest = (await app.startGuest()).token;
});
afterAll(() => app.core.close());

const nextSeat = () => `A-${++seats}`;
const newKey = () => ({ "idempotency-key": `attempt-${keys++}` });
const replayed = ({ headers }: { headers: Headers }) => headers.get("idempotency-replayed");
type Request = { path: string; token: string; body?: unknown };

/** Lets earlier holds run out, two of which may be open at once. */
async function hold(): Promise<{ path: string; holding_id: string }> {
  app.core.clock.advance(app.core.rules.SEAT_HOLD_MAX + 1);
  const path = `/events/${sale.event_id}/hold`;
  const { body } = await app.call("POST", path, { token: guest, body: { seats: [nextSeat()] } });
  return { path: `/${body.holding_id}`, holding_id: String(body.holding_id) };
}

const revisionOf = async (path: string) => (await app.call("GET", path, { token: organizer() })).body.revision;

const release = ({ holding_id }: { holding_id: string }) => {
  return { path: `/events/${sale.event_id}/holders/release`, token: organizer(), body: { holding_id } };
};
const venue = { name: "Hall", city: "Oslo", seat_types: ["Box"] };
const visa = { payment: { token: "tok_visa" } };

async function book(): Promise<string> {
  const { path } = await hold();
  return String((await app.call("POST", `${path}/confirm`, { token: guest, body: visa })).body.booking_id);
}

async function openEvent(status: "draft" | "published" | "paused"): Promise<string> {
  const { token } = sale.organizer;
  const body = { ...newEvent(app, sale.venue_id), status: status === "draft" ? status : "published" };
  const { event_id } = (await app.call("POST", "/events", { token, body })).body;
  if (status === "paused") await app.call("POST", `/events/${event_id}/pause`, { token });
  return `/events/${event_id}`;
}

const organizer = () => sale.organizer.token;

const atEvent = (status: "draft" | "published" | "paused", verb: string) => async () => ({
  path: `${await openEvent(status)}/${verb}`,
  token: organizer(),
});

/** Every POST and PATCH that someone known may send, and the status that it is answered with. */
const requests: Record<string, [number, () => Promise<Request>]> = {
  "POST /venue": [201, async () => ({ path: "/venue", token: organizer(), body: venue })],
  "POST /venue/{venue_id}/seats": [
    201,
    async () => {
      const body = { seats: [{ row: "C", seat_num: ++seats, seat_type: "Stalls" }] };
      return { path: `/venue/${sale.venue_id}/seats`, token: organizer(), body };
    },
  ],
  "PATCH /venue/{venue_id}/seats": [
    200,
    async () => {
      const [path, relabel] = [`/venue/${sale.venue_id}`, [{ seat_pos: "A-1", seat_label: `${++seats}x` }]];
      return { path: `${path}/seats`, token: organizer(), body: { revision: await revisionOf(path), relabel } };
    },
  ],
  "PATCH /venue/{venue_id}": [
    200,
    async () => {
      const path = `/venue/${sale.venue_id}`;
      return { path, token: organizer(), body: { revision: await revisionOf(path), description: `Text ${++seats}` } };
    },
  ],
  "PATCH /events/{event_id}": [
    200,
    async () => {
      const path = await openEvent("published");
      return { path, token: organizer(), body: { revision: await revisionOf(path), tags: ["Piano"] } };
    },
  ],
  "POST /events/{event_id}/copy": [
    202,
    async () => {
      const start_times = [new Date((app.core.clock() + 90 * 86_400 + 3_600 * ++seats) * 1000).toISOString()];
      return { path: `${await openEvent("draft")}/copy`, token: organizer(), body: { start_times } };
    },
  ],
  "POST /events/{event_id}/archive": [200, atEvent("draft", "archive")],
  "POST /events": [201, async () => ({ path: "/events", token: organizer(), body: newEvent(app, sale.venue_id) })],
  "POST /events/{event_id}/publish": [200, atEvent("draft", "publish")],
  "POST /events/{event_id}/pause": [200, atEvent("published", "pause")],
  "POST /events/{event_id}/resume": [200, atEvent("paused", "resume")],
  "POST /events/{event_id}/cancel": [202, atEvent("published", "cancel")],
  "POST /events/{event_id}/hold": [
    201,
    async () => {
      await hold();
      return { path: `/events/${sale.event_id}/hold`, token: guest, body: { seats: [nextSeat()] } };
    },
  ],
  "POST /events/{event_id}/holders/release": [200, async () => release(await hold())],
  "POST /{holding_id}/extend": [200, async () => ({ path: `${(await hold()).path}/extend`, token: guest })],
  "POST /{holding_id}/cancel": [200, async () => ({ path: `${(await hold()).path}/cancel`, token: guest })],
  "POST /{holding_id}/confirm": [
    200,
    async () => ({ path: `${(await hold()).path}/confirm`, token: guest, body: visa }),
  ],
  ...keyedOfPeople(() => ({ app, sale, nextSeat, token: guest })),
  "POST /bookings/{booking_id}/cancel": [200, async () => ({ path: `/bookings/${await book()}/cancel`, token: guest })],
};

type Document = { paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>> };

it("the document lists the routes that take a key: every signed-in POST and PATCH, and no other", async () => {
  const { paths } = (await app.call("GET", "/openapi.json")).body as unknown as Document;
  const taking = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { parameters = [] }]) =>
        parameters.some((parameter) => parameter.in === "header" && parameter.name === "Idempotency-Key"),
      )
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(taking.sort()).toEqual(Object.keys(requests).sort());
});

describe.each(Object.entries(requests))("%s with a key", (route, [status, prepare]) => {
  const method = route.startsWith("PATCH") ? "PATCH" : "POST";

  it("replays the same response, marked as replayed, and refuses another input", async () => {
    const { path, token, body } = await prepare();
    const headers = newKey();
    const send = (sent: unknown) => app.call(method, path, { token, body: sent, headers });
    const first = await send(body);
    expect([first.status, replayed(first)]).toEqual([status, null]);
    app.core.clock.advance(5);
    for (const again of [await send(body), await send(body)])
      expect([again.status, again.text, replayed(again)]).toEqual([status, first.text, "true"]);
    const other = await send({ ...(body as object | undefined), name: "Another" });
    expect([other.status, other.body.error_code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
  });
});

describe("a key", () => {
  it("works across tRPC and REST", async () => {
    const { holding_id, path } = await hold();
    const headers = { ...newKey(), "content-type": "application/json" };
    const over = await app.call("POST", "/trpc/hold.extend", { token: guest, body: { holding_id }, headers });
    expect([over.status, replayed(over)]).toEqual([200, null]);
    const again = await app.call("POST", "/trpc/hold.extend", { token: guest, body: { holding_id }, headers });
    expect([again.text, replayed(again)]).toEqual([over.text, "true"]);
    const rest = await app.call("POST", `${path}/extend`, { token: guest, headers });
    expect([rest.status, replayed(rest)]).toEqual([200, "true"]);
    expect({ result: { data: rest.body } }).toEqual(over.body);
  });

  it.each([["x".repeat(256)], ["two words"], ["é"], ["a,\tb"]])("such as %j is refused by its name", async (key) => {
    const { path } = await hold();
    const headers = { "idempotency-key": key };
    const faults = [{ path: "Idempotency-Key", message: "1 to 255 visible characters" }];
    const refused = await app.call("POST", `${path}/extend`, { token: guest, headers });
    expect(refused).toMatchObject({ status: 422, body: { details: { faults } } });
  });

  it.each(["x".repeat(255), "!", "~", '"a-b"', "8e03978e-40d5-43e8-bc93-6894a57f9324"])("may be %j", async (key) => {
    const { path } = await hold();
    const headers = { "idempotency-key": key };
    expect((await app.call("POST", `${path}/extend`, { token: guest, headers })).status).toBe(200);
    await app.call("POST", `${path}/cancel`, { token: guest });
  });

  it.each([
    ["POST /user", "/user", { email: "keyed@example.org" }],
    ["POST /session/guest", "/session/guest", {}],
  ])("is refused if the response contains a token: %s", async (_, path, body) => {
    for (const token of [undefined, guest]) {
      const refused = await app.call("POST", path, { token, body, headers: newKey() });
      expect(refused.body).toMatchObject({
        error_code: "INVALID_INPUT",
        details: { faults: [{ path: "Idempotency-Key" }] },
      });
      expect([refused.status, refused.headers.get("set-cookie")]).toEqual([422, null]);
    }
  });

  it("has no effect on reads and on ending a session", async () => {
    const headers = newKey();
    for (const _ of [1, 2]) {
      const read = await app.call("GET", `/events/${sale.event_id}/hold`, { token: guest, headers });
      expect([read.status, replayed(read)]).toEqual([200, null]);
    }
    const { token } = await app.startGuest();
    expect((await app.call("DELETE", "/session", { token, headers })).status).toBe(204);
    expect((await app.call("DELETE", "/session", { token, headers })).status).toBe(401);
  });

  it("of an anonymous request is not checked: the session is required first", async () => {
    const refused = await app.call("POST", "/venue", { body: {}, headers: { "idempotency-key": "two words" } });
    expect([refused.status, refused.body.error_code]).toEqual([401, "SIGN_IN_REQUIRED"]);
  });

  it("is free again after invalid input", async () => {
    const headers = newKey();
    const send = (body: unknown) => app.call("POST", "/venue", { token: organizer(), headers, body });
    expect((await send({ ...venue, colour: "red" })).body.error_code).toBe("INVALID_INPUT");
    expect(await send(venue)).toMatchObject({ status: 201 });
  });
});

describe("a payment with a key", () => {
  const confirm = (path: string, token: string, headers: Record<string, string>) =>
    app.call("POST", `${path}/confirm`, { token: guest, headers, body: { payment: { token } } });

  it("that was declined replays the same error and charges nothing", async () => {
    const { path, holding_id } = await hold();
    const headers = newKey();
    const first = await confirm(path, "tok_chargeDeclined", headers);
    expect([first.status, first.body.error_code]).toEqual([400, "PAYMENT_DECLINED"]);
    const again = await confirm(path, "tok_chargeDeclined", headers);
    expect([again.status, again.text, replayed(again)]).toEqual([400, first.text, "true"]);
    const payments = await app.core.gateway.listByEvent(id.event(sale.event_id), [null]);
    expect(payments.filter((payment) => payment.holding_id === holding_id)).toMatchObject([{ state: "declined" }]);
  });

  it("that the bank challenges continues under the same key after the challenge", async () => {
    const { path, holding_id } = await hold();
    const headers = newKey();
    for (const _ of [1, 2]) {
      const challenged = await confirm(path, "tok_challenge", headers);
      expect([challenged.status, challenged.body.state, replayed(challenged)]).toEqual([202, "paying", null]);
    }
    const approval = { headers: { "content-type": "application/json" }, body: { holding_id, approve: true } };
    expect((await app.call("POST", "/trpc/challenge.answer", { token: guest, ...approval })).status).toBe(200);
    const booked = await confirm(path, "tok_challenge", headers);
    expect([booked.status, booked.body.state]).toEqual([200, "confirmed"]);
    const again = await confirm(path, "tok_challenge", headers);
    expect([again.status, again.text, replayed(again)]).toEqual([200, booked.text, "true"]);
  });
});
