import { findNaming, scanTable } from "@evently/core/testing/scan-table";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keyedOfDoor } from "../testing/http/keyed-of-door.ts";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let sale: Awaited<ReturnType<typeof openSale>>;
let buyer: string;
let key: string;
let seats = 0;

beforeAll(async () => {
  app = await openApp();
  sale = await openSale(app);
  buyer = (await app.startGuest()).token;
  const event = `/events/${sale.event_id}`;
  const { end_time: until } = (await app.call("GET", event)).body;
  const made = await app.call("POST", `${event}/door-keys`, {
    token: sale.organizer.token,
    body: { name: "N", until },
  });
  key = String(made.body.key);
});
afterAll(() => app.core.close());

it("an Idempotency-Key is one of the door's key that it is sent with", async () => {
  const opened = { app, sale, token: buyer, nextSeat: () => `A-${++seats}` };
  const [, prepare] = keyedOfDoor(() => opened)["POST /events/{event_id}/check-ins"] ?? [];
  const { path, body } = (await prepare?.()) ?? { path: "", body: null };
  const headers = { "idempotency-key": "of-a-door" };
  const first = await app.call("POST", path, { token: key, headers, body });
  expect([first.status, first.body.result]).toEqual([200, "admitted"]);
  const again = await app.call("POST", path, { token: key, headers, body });
  expect([again.status, again.text, again.headers.get("idempotency-replayed")]).toEqual([200, first.text, "true"]);
  const { token } = sale.organizer;
  expect(await app.call("POST", path, { token, headers, body })).toMatchObject({ status: 409 });
});

it("the answer that is kept for an Idempotency-Key names nobody, and a repetition names them as long as they are known", async () => {
  const { event_id, organizer } = sale;
  const token = organizer.token;
  const holder = { name: "Zoe Hidden", email: "zoe@example.org" };
  const path = `/events/${event_id}/counter-sales`;
  const sold = await app.call("POST", path, { token, body: { seats: ["B-1"], payment: "comp", holder } });
  const headers = { "idempotency-key": "by-hand" };
  const body = { seat_pos: "B-1", reason: "No phone", booking_id: sold.body.booking_id, version: 1 };
  const letIn = () => app.call("POST", `/events/${event_id}/check-ins`, { token: key, headers, body });
  const [first, again] = [await letIn(), await letIn()];
  expect(first).toMatchObject({ status: 200, body: { result: "admitted", holder: "Zoe Hidden" } });
  expect([again.text, again.headers.get("idempotency-replayed")]).toEqual([first.text, "true"]);
  const naming = findNaming(await scanTable(app.core.table), ["Zoe Hidden"]).map(({ pk }) => String(pk));
  expect(naming.length).toBeGreaterThan(0);
  expect(naming.filter((pk) => !/^(user|event|booking)-/.test(pk))).toEqual([]);
  const other = await app.call("POST", `/events/${event_id}/check-ins`, {
    ...{ token: key, headers, body: { ...body, version: 2 } },
  });
  expect(other).toMatchObject({ status: 422, body: { error_code: "IDEMPOTENCY_KEY_REUSED" } });
  await app.call("POST", `/bookings/${sold.body.booking_id}/cancel`, { token });
  expect((await letIn()).text).toBe(first.text);
});

it("a key of another event is refused before a body that is not valid", async () => {
  const { event_id } = await openSale(app);
  for (const body of [{}, { code: 1 }, { scans: [] }])
    expect(await app.call("POST", `/events/${event_id}/check-ins`, { token: key, body })).toMatchObject({
      ...{ status: 403, body: { error_code: "FORBIDDEN" } },
    });
});
