import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let token: string;
let path: string;

beforeAll(async () => {
  app = await openApp();
  const sale = await openSale(app, { perRow: 1 });
  token = sale.organizer.token;
  path = `/venue/${sale.venue_id}/seats`;
});
afterAll(() => app.core.close());

const relabel = (label: string, shown: string | null, more: object = {}) =>
  app.call("PATCH", path, {
    token,
    body: { relabel: [{ seat_pos: "A-1", seat_label: label }], ...more },
    headers: shown === null ? {} : { "if-match": shown },
  });
const labelNow = async () => {
  const { body } = await app.call("GET", path, { token });
  return (body.items as { seat_pos: string; seat_label: string }[]).find(({ seat_pos }) => seat_pos === "A-1")
    ?.seat_label;
};

it("a change names the revision that it was made from in If-Match", async () => {
  expect(await relabel("1a", '"1"')).toMatchObject({ status: 200, body: { revision: 2 } });
  expect(await relabel("1b", '"2"', { revision: 2 })).toMatchObject({ status: 200, body: { revision: 3 } });
  expect(await labelNow()).toBe("1b");
});

it("a change from an earlier revision is refused, as with the field", async () => {
  const stale = { status: 409, body: { error_code: "REVISION_CONFLICT", details: { revision: 3 } } };
  expect(await relabel("1c", '"2"')).toMatchObject(stale);
  expect(await relabel("1c", null, { revision: 2 })).toMatchObject(stale);
});

it.each([
  ["header and field differ", '"3"', { revision: 2 }, "If-Match"],
  ["the header is malformed", "3", {}, "If-Match"],
  ["there is neither", null, {}, "revision"],
])("a change where %s is refused with 422, and changes nothing", async (_, shown, more, field) => {
  const refused = await relabel("1c", shown, more);
  expect(refused).toMatchObject({ status: 422, body: { details: { faults: [{ path: field }] } } });
  expect(await labelNow()).toBe("1b");
});

it("the same Idempotency-Key with another revision is another request", async () => {
  const send = (shown: string) =>
    app.call("PATCH", path, {
      token,
      body: { relabel: [{ seat_pos: "A-1", seat_label: "1d" }] },
      headers: { "if-match": shown, "idempotency-key": "one" },
    });
  expect(await send('"3"')).toMatchObject({ status: 200, body: { revision: 4 } });
  const again = await send('"3"');
  expect(again).toMatchObject({ status: 200, body: { revision: 4 } });
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await send('"4"')).toMatchObject({ status: 422, body: { error_code: "IDEMPOTENCY_KEY_REUSED" } });
});

it("a removal without a revision refuses the header, and is answered 204 without a body otherwise", async () => {
  const { token: guest } = await app.startGuest();
  const end = (headers: Record<string, string>) => app.call("DELETE", "/session", { token: guest, headers });
  expect(await end({ "if-match": '"1"' })).toMatchObject({ status: 422, body: { error_code: "INVALID_INPUT" } });
  const ended = await end({});
  expect(ended).toMatchObject({ status: 204, text: "" });
  expect([...ended.headers.keys()].filter((name) => name.startsWith("content-"))).toEqual([]);
  expect(await end({})).toMatchObject({ status: 401 });
});
