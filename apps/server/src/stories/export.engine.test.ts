import type { AddressInfo } from "node:net";
import { EventId } from "@evently/core/ids";
import { transact } from "@evently/core/table/transact";
import { interpose } from "@evently/core/testing/interpose";
import { openCore } from "@evently/core/testing/open-core";
import { newBooking, putBookings } from "@evently/core/testing/sold-bookings";
import { createAdaptorServer } from "@hono/node-server";
import { parse } from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let sale: Awaited<ReturnType<typeof openSale>>;
/** What happens to the table's answers while an export reads. */
let onQuery: (() => Promise<void> | void) | null = null;

beforeAll(async () => {
  const core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (Object.hasOwn(command.input as object, "KeyConditionExpression")) await onQuery?.();
        return send();
      }),
  });
  app = await openApp({ core });
  sale = await openSale(app);
});
afterAll(() => app.core.close());

const pathOf = (file: string) => `/events/${sale.event_id}/export/${file}.csv`;
const download = (file: string, token = sale.organizer.token, method = "GET") =>
  app.call(method, pathOf(file), { token });

/** The records of a file, as a spreadsheet reads them. */
function read(text: string): Record<string, string>[] {
  const { data, errors } = parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

async function buy(token: string, ...seats: string[]): Promise<string> {
  const held = await app.call("POST", `/events/${sale.event_id}/hold`, { token, body: { seats } });
  const paid = await app.call("POST", `/${held.body.holding_id}/confirm`, {
    token,
    body: { payment: { token: "tok_visa" } },
  });
  await app.core.background.settled();
  return String(paid.body.booking_id);
}

const hostile = '=HYPERLINK("http://evil.example";"Ann, the ""second""")';

describe("an event's files", () => {
  it("hold bookings, seats and buyers, with names that are no formulas, and only for its organizer", async () => {
    const ann = await app.call("POST", "/user", { body: { email: "ann@example.org", name: hostile } });
    const guest = await app.startGuest();
    const [first, second] = [await buy(String(ann.body.token), "A-1", "A-2"), await buy(guest.token, "B-1")];
    await app.call("POST", `/bookings/${second}/cancel`, { token: guest.token });
    await app.core.background.settled();

    const { status, headers, text } = await download("bookings");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename\*=UTF-8''Test%20concert%2C%20\d{4}-\d\d-\d\d%2C%20bookings\.csv$/,
    );
    expect(read(text)).toMatchObject([
      {
        ...{ booking_id: first, state: "confirmed", buyer_name: `'${hostile}`, buyer_email: "ann@example.org" },
        ...{ seats: "Row A, seats 1 and 2", seat_count: "2", total: "90.00", currency: "USD" },
        ...{ payment_status: "captured", cancelled_at_local: "", refund: "" },
      },
      {
        booking_id: second,
        state: "cancelled",
        buyer_name: "",
        total: "45.00",
        payment_status: "refunded",
        refund: "45.00",
      },
    ]);
    const seats = read((await download("seats")).text);
    expect(seats).toHaveLength(30);
    expect(seats[0]).toMatchObject({
      seat_pos: "A-1",
      row_label: "A",
      state: "booked",
      price: "45.00",
      booking_id: first,
    });
    expect(seats[15]).toMatchObject({ seat_pos: "B-1", state: "available", booking_id: "", buyer_email: "" });
    expect(read((await download("buyers")).text)).toMatchObject([
      { name: `'${hostile}`, email: "ann@example.org", bookings: "1", seats: "2", paid: "90.00" },
      { name: "", email: "", cancellations: "1", seats: "0", paid: "0.00" },
    ]);

    const accounting = (await download("accounting")).text;
    expect(accounting).not.toMatch(/ann@example|HYPERLINK/);
    expect(read(accounting).map(({ kind, method, amount }) => [kind, method, amount])).toEqual([
      ...[
        ["sale", "card", "90.00"],
        ["sale", "card", "45.00"],
        ["refund", "card", "-45.00"],
      ],
    ]);
    expect(read(accounting)[2]).toMatchObject({
      ...{ booking_id: second, booking_number: String(Number(second.slice("booking-".length))), currency: "USD" },
      ...{ payment_id: expect.stringMatching(/^payment-/), refund_id: expect.stringMatching(/^payment-\d+-r1$/) },
      ...{ instant: expect.stringMatching(/Z$/), date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), disputed: "" },
    });
    expect(await app.call("GET", `/events/${sale.event_id}/accounting`, { token: sale.organizer.token })).toMatchObject(
      {
        status: 200,
        body: {
          total: { gross: 13_500, refunds: 4500, fees: 0, net: 9000, by_method: { card: 9000, cash: 0, invoice: 0 } },
        },
      },
    );

    const other = await app.signUp("organizer");
    for (const file of ["bookings", "seats", "buyers", "accounting"]) {
      expect(await download(file, other.token)).toMatchObject({ status: 403, body: { error_code: "FORBIDDEN" } });
      expect(await app.call("GET", pathOf(file))).toMatchObject({ status: 401 });
      expect(await download(file, sale.organizer.token, "HEAD")).toMatchObject({ status: 200, text: "" });
    }
  });
});

describe("a file under way", () => {
  it("counts until it is read, left or broken off: a third one of the same person is refused with Retry-After", async () => {
    const request = () =>
      app.serve(
        new Request(`http://api.test${pathOf("bookings")}`, {
          headers: { authorization: `Bearer ${sale.organizer.token}` },
        }),
      );
    const [first, second] = [await request(), await request()];
    const refused = await download("bookings");
    expect(refused).toMatchObject({ status: 429, body: { error_code: "EXPORT_LIMIT" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await first.text();
    expect((await download("bookings")).status).toBe(200);
    await second.body?.cancel();
    const [three, four] = [await request(), await request()];
    expect([three.status, four.status]).toEqual([200, 200]);
    await Promise.all([three.text(), four.text()]);
  });

  it("breaks its connection when the table fails in the middle, so that it does not look complete", async () => {
    const event = { event_id: EventId.parse(sale.event_id), organizer: sale.organizer as never };
    for (let i = 0; i < 150; i += 50)
      await transact(
        app.core.table,
        Array.from({ length: 50 }, (_, n) => ({ ...newBooking(app.core, event, i + n), seats: [], lines: [] })).flatMap(
          putBookings,
        ),
      );
    const server = createAdaptorServer({ fetch: app.serve });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetchFile = () =>
      fetch(origin + pathOf("bookings"), { headers: { authorization: `Bearer ${sale.organizer.token}` } });
    let queries = 0;
    onQuery = () => {
      queries += 1;
      if (queries === 2) throw Object.assign(new Error("the table is away"), { name: "TimeoutError" });
    };
    const broken = await fetchFile();
    await expect(broken.text()).rejects.toThrow();
    expect(app.core.faults.splice(0)).toEqual([expect.stringContaining("a file broke off")]);
    onQuery = null;
    expect(read(await (await fetchFile()).text())).toHaveLength(152);

    const left = await fetchFile();
    await left.body?.cancel();
    expect((await fetchFile()).status).toBe(200);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("lists of one's own", () => {
  const organizers = () => sale.organizer.token;

  it("show drafts to their organizer, and are never cached", async () => {
    const events = await app.call("GET", "/events?mine=true", { token: organizers() });
    expect(events.body).toMatchObject({
      total: 1,
      items: [{ status: "published", archived_at: null }],
      facets: { price: null },
    });
    expect(events.headers.get("cache-control")).toBe("private, no-store");
    expect(events.headers.get("etag")).toBeNull();
    expect((await app.call("GET", "/venue?mine=true", { token: organizers() })).body).toMatchObject({ total: 1 });
    expect((await app.call("GET", "/events?mine=false")).headers.get("cache-control")).toBe("no-store");
  });

  it("are for organizers, and take no other filter", async () => {
    for (const path of ["/events?mine=true", "/venue?mine=true"]) {
      expect(await app.call("GET", path)).toMatchObject({ status: 401, body: { error_code: "SIGN_IN_REQUIRED" } });
      const { token } = await app.startGuest();
      expect(await app.call("GET", path, { token })).toMatchObject({ status: 403 });
      const filtered = await app.call("GET", `${path}&city=Oslo`, { token: organizers() });
      expect(filtered).toMatchObject({
        status: 422,
        body: { details: { faults: [{ path: "city", message: "not with mine=true" }] } },
      });
    }
    const { status } = await app.call("GET", `/events?mine=true&venue_id=${sale.venue_id}&limit=1`, {
      token: organizers(),
    });
    expect(status).toBe(200);
  });
});

it("a booking is found by its exact seat over REST, at both paths", async () => {
  for (const path of ["bookings", "analytics/bookings"]) {
    const found = await app.call("GET", `/events/${sale.event_id}/${path}?search=A-2`, { token: sale.organizer.token });
    expect(found.body).toMatchObject({
      items: [{ seats: ["A-1", "A-2"], buyer: { name: hostile } }],
      next_cursor: null,
    });
  }
});
