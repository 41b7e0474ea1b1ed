import type { AppRouter } from "@evently/api/root";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let sale: Awaited<ReturnType<typeof openSale>>;
const paths: string[] = [];

beforeAll(async () => {
  app = await openApp();
  sale = await openSale(app);
});
afterAll(() => app.core.close());

/** A client as the site has it: queries of one moment share a request, mutations travel alone. */
function connect(token?: string) {
  const url = "http://api.test/trpc";
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const fetch = async (
    input: URL | Request | string,
    init?: { body?: unknown; method?: string; headers?: unknown },
  ) => {
    const { pathname, search } = new URL(String(input));
    paths.push(pathname);
    const given = Object.fromEntries(new Headers(init?.headers as Record<string, string>));
    const raw = typeof init?.body === "string" ? { raw: init.body } : {};
    const answer = await app.call(init?.method ?? "GET", pathname + search, { headers: given, ...raw });
    return new Response(answer.text, { status: answer.status, headers: answer.headers });
  };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "mutation",
        true: httpLink({ url, headers, fetch }),
        false: httpBatchLink({ url, headers, fetch }),
      }),
    ],
  });
}

async function failureOf(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCClientError)) throw new Error("it did not fail");
  return (error as TRPCClientError<AppRouter>).data?.failure;
}

describe("a typed client", () => {
  it("gets long lists as REST does, alone and among others, but not more than four in a request", async () => {
    const client = connect();
    const { event_id } = sale;
    const { venue_id } = await client.event.get.query({ event_id });
    const bodyOf = async (path: string) => JSON.parse((await app.call("GET", path)).text);
    const seats = await bodyOf(`/events/${event_id}/seats`);
    const all = await bodyOf(`/venue/${venue_id}/seats`);
    expect(seats.items.length * all.items.length).toBeGreaterThan(0);
    expect(await client.seat.list.query({ event_id })).toEqual(seats);
    paths.length = 0;
    const list = () => client.seat.list.query({ event_id });
    const answers = await Promise.all([
      list(),
      client.venue.seats.query({ venue_id }),
      client.event.get.query({ event_id }),
      failureOf(client.venue.seats.query({ venue_id: "venue-99999" })),
    ]);
    expect(answers).toEqual([
      seats,
      all,
      expect.anything(),
      expect.objectContaining({ error_code: "VENUE_NOT_FOUND" }),
    ]);
    expect(paths).toHaveLength(1);
    const failures = await Promise.all([list(), list(), list(), list(), list()].map(failureOf));
    expect(failures.map((failure) => failure?.error_code)).toEqual(Array(5).fill("INVALID_INPUT"));
  });

  it("batches several calls in one request, and one failure leaves the others intact", async () => {
    const client = connect();
    paths.length = 0;
    const { event_id } = sale;
    const [map, page, failure] = await Promise.all([
      client.seat.map.query({ event_id }),
      client.event.get.query({ event_id }),
      failureOf(client.event.get.query({ event_id: "event-99999" })),
    ]);
    expect(paths).toEqual(["/trpc/seat.map,event.get,event.get"]);
    expect(map.states).toBe("a".repeat(30));
    expect(failure).toEqual({ error: "There is no such event.", error_code: "EVENT_NOT_FOUND", details: {} });
    const layout = await client.venue.layout.query({ layout_id: page.layout_id });
    expect(layout).toMatchObject({ seat_count: 30, seat_types: ["Stalls"] });
  });

  it("gets an error that narrows by its code, down to the conflicting seats", async () => {
    const { event_id } = sale;
    const first = connect((await app.startGuest()).token);
    const second = connect((await app.startGuest()).token);
    const held = await first.hold.place.mutate({ event_id, seats: ["A-3", "A-4"] });
    expectTypeOf(held.state).toEqualTypeOf<"active" | "paying" | "confirmed" | "released" | "expired">();
    const failure = await failureOf(second.hold.place.mutate({ event_id, seats: ["A-2", "A-3"] }));
    if (failure?.error_code !== "SEATS_UNAVAILABLE") throw new Error(JSON.stringify(failure));
    expectTypeOf(failure.details.alternatives).toEqualTypeOf<string[][]>();
    expect(failure.details.seats).toEqual(["A-3"]);
    expect(failure.details.alternatives.flat()).not.toContain("A-3");
  });

  it("gets each fault of its input with the field's path", async () => {
    const client = connect((await app.startGuest()).token);
    const failure = await failureOf(client.hold.place.mutate({ event_id: "event-x", seats: ["A-1", "a-1"] }));
    if (failure?.error_code !== "INVALID_INPUT") throw new Error(JSON.stringify(failure));
    expect(failure.details.faults).toEqual([
      { path: "event_id", message: "an event id such as event-00001" },
      { path: "seats.1", message: "a seat such as A-1" },
    ]);
  });
});
