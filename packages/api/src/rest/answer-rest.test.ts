import { createCore } from "@evently/core/create-core";
import { EventlyError } from "@evently/core/errors";
import { UserId } from "@evently/core/ids";
import { fakeTable, silence } from "@evently/core/testing/fake-table";
import type { Actor } from "@evently/core/user";
import { openPrinter } from "@evently/tickets/open-printer";
import { describe, expect, it } from "vitest";
import type { Context } from "../context.ts";
import { answerFailure, answerRest } from "./answer-rest.ts";

const guest: Actor = { user_id: UserId.parse("user-00001"), role: "guest" };
const user = { ...guest, email: null, phone: null, name: null, created_at: "2026-01-01T00:00:00.000Z" };

type Options = { method?: string; body?: string; actor?: Actor | null; isCrossSite?: boolean };

/** What a path is answered, over a table that answers everything with `answer`. */
async function ask(
  path: string,
  { method = "GET", body, actor = guest, isCrossSite = false }: Options = {},
  answer: unknown = {},
) {
  const { table, inputs } = fakeTable(() => answer);
  const reports: unknown[] = [];
  const core = createCore({
    table,
    rules: { MAX_SEATS_PER_HOLD: 10 } as never,
    gateway: {} as never,
    secret: "0".repeat(32),
    reportError: (message, details) => reports.push([message, details]),
  });
  const context: Context = {
    core,
    printer: openPrinter(),
    request_id: "r-1",
    token: "token",
    device: null,
    siteOrigin: null,
    findActor: async () => actor,
    findGuest: async () => null,
    isCrossSite,
    isFromOtherSite: isCrossSite,
    network: null,
    proof: null,
    setSession: () => undefined,
    chargeScans: () => undefined,
    clearSession: () => undefined,
    idempotencyKey: null,
    markReplayed: () => undefined,
  };
  const request = new Request(`http://127.0.0.1:8000${path}`, { method, ...(body === undefined ? {} : { body }) });
  const response = await answerRest(request, context);
  const text = await response.text();
  const cached = response.headers.get("cache-control");
  return { status: response.status, body: text ? JSON.parse(text) : null, reports, sent: inputs.length, cached };
}

describe("a request over REST", () => {
  it("gets the procedure's output", async () => {
    expect(await ask("/user/user-00001", {}, { Item: user })).toMatchObject({ status: 200, body: user });
  });

  it("with HEAD gets the same headers as with GET", async () => {
    expect(await ask("/user/user-00001", { method: "HEAD" }, { Item: user })).toMatchObject({ status: 200 });
  });

  it("gets no body without an output", async () => {
    expect(await ask("/session", { method: "DELETE" })).toMatchObject({ status: 204, body: null });
  });

  it("gets 201 for a new record", async () => {
    const made = await ask("/session/guest", { method: "POST" }, { Attributes: { n: 70 } });
    expect(made).toMatchObject({ status: 201, body: { user: { user_id: "user-00007", role: "guest" } } });
  });

  it.each([
    ["GET", "/"],
    ["GET", "/favicon.ico"],
    ["GET", "/nowhere/at/all"],
    ["PUT", "/events"],
    ["DELETE", "/venue/venue-00001"],
    ["POST", "/user/user-00001"],
  ])("%s %s is an unknown path", async (method, path) => {
    expect(await ask(path, { method })).toMatchObject({ status: 404, body: { error_code: "NOT_FOUND" }, sent: 0 });
  });
});

describe("the cache lifetime over REST", () => {
  it("is set for a successful public response", async () => {
    expect(await ask("/events?limit=1")).toMatchObject({ status: 200, cached: "public, max-age=5" });
    expect(await ask("/events?limit=1", { method: "HEAD" })).toMatchObject({ cached: "public, max-age=5" });
  });

  it("is not set for errors, changes and private responses", async () => {
    expect(await ask("/events?limit=0")).toMatchObject({ status: 422, cached: null });
    expect(await ask("/session", { method: "DELETE" })).toMatchObject({ status: 204, cached: null });
    expect(await ask("/user/user-00001", {}, { Item: user })).toMatchObject({ status: 200, cached: null });
  });
});

describe("bad input over REST", () => {
  const place = "/events/event-00001/hold";
  const post = (body: string) => ask(place, { method: "POST", body });

  it.each(['{"seats": ["A-1"', "{seats: []}", "seats=A-1", "undefined"])(
    "%j is not JSON, and nothing is asked of the table",
    async (body) => {
      expect(await post(body)).toMatchObject({ status: 400, body: { error_code: "MALFORMED_JSON" }, sent: 0 });
    },
  );

  it.each(["[]", '"A-1"', "7", "null", "true"])("%s is not an object", async (body) => {
    expect(await post(body)).toMatchObject({
      status: 422,
      body: { error_code: "INVALID_INPUT", details: { faults: [{ path: "", message: "an object" }] } },
    });
  });

  it.each([
    ["{}", "seats"],
    ["", "seats"],
    ['{"seats": []}', "seats"],
    ['{"seats": ["A-0"]}', "seats.0"],
    ['{"seats": ["A-1", "A-1"]}', "seats"],
    ['{"seats": ["A-1"], "seat": "A-2"}', "seat"],
    ['{"seats": {"0": "A-1"}}', "seats"],
  ])("%s is reported with its field, %s", async (body, path) => {
    const { status, body: error, sent } = await post(body);
    expect(status).toBe(422);
    expect(error.error_code).toBe("INVALID_INPUT");
    expect(error.details.faults.map((fault: { path: string }) => fault.path)).toEqual([path]);
    expect(sent).toBe(0);
  });

  it("in the path is named as the path names it", async () => {
    expect(await ask("/events/event-1")).toMatchObject({
      status: 422,
      body: { details: { faults: [{ path: "event_id", message: "an event id such as event-00001" }] } },
    });
  });

  it("that says again what the path says is refused, in the query and in the body", async () => {
    const faults = [{ path: "event_id", message: "unknown field: it stands in the path" }];
    const expected = { status: 422, body: { details: { faults } } };
    expect(await ask("/events/event-00001?event_id=event-00002")).toMatchObject(expected);
    expect(await post('{"event_id": "event-00002", "seats": ["A-1"]}')).toMatchObject(expected);
  });

  it.each([
    "price_min=5&price_max=4",
    "price_max=cheap",
    "limit=0",
    "limit=201",
    "limit=ten",
    "limit=1.5",
    "colour=red",
    "start_date=tomorrow",
  ])("in the query, %s, is reported with its field", async (query) => {
    const { status, body } = await ask(`/events?${query}`);
    expect(status).toBe(422);
    expect(body.details.faults[0].path).toBe(query.split("=")[0]);
  });

  it("given more than once in the query is named, whatever its value", async () => {
    const { status, body } = await ask("/events?city=Oslo&limit=5&city=Oslo&city=Rome");
    expect([status, body.details.faults]).toEqual([422, [{ path: "city", message: "given more than once" }]]);
  });

  it("in the query of a route that reads its body is refused, not silently ignored", async () => {
    const { status, body, sent } = await ask(`${place}?seats=A-1`, { method: "POST", body: '{"seats": ["A-1"]}' });
    expect([status, sent]).toEqual([422, 0]);
    expect(body.details.faults).toEqual([{ path: "seats", message: "unknown field: this route reads its body" }]);
  });

  it("of a route without input is refused too", async () => {
    const { status, body, sent } = await ask("/session?everywhere=true", { method: "DELETE" });
    expect([status, sent]).toEqual([422, 0]);
    expect(body.details.faults).toEqual([{ path: "everywhere", message: "unknown field" }]);
  });

  it("can't reach an object's inherited properties", async () => {
    expect(await post('{"seats": ["A-1"], "__proto__": {"admin": true}}')).toMatchObject({ status: 422 });
  });
});

describe("a failure over REST", () => {
  it("of an anonymous caller is 401, before any table request", async () => {
    expect(await ask("/user/user-00001", { actor: null })).toMatchObject({
      status: 401,
      body: { error_code: "SIGN_IN_REQUIRED" },
      sent: 0,
    });
  });

  it("of a change from another site's page is 403; public reads are allowed", async () => {
    expect(await ask("/session", { method: "DELETE", isCrossSite: true })).toMatchObject({
      status: 403,
      body: { error_code: "CROSS_ORIGIN_REFUSED" },
      sent: 0,
    });
    expect(await ask("/events", { isCrossSite: true })).toMatchObject({ status: 200 });
  });

  it("without a response of the table is 503, and reported with its cause and the request's id", async () => {
    const { status, body, reports } = await ask("/user/user-00001", {}, silence());
    expect({ status, code: body.error_code }).toEqual({ status: 503, code: "UNAVAILABLE" });
    expect(reports).toEqual([
      [
        "a request failed",
        { request_id: "r-1", path: "user.get", error: expect.objectContaining({ message: "socket hang up" }) },
      ],
    ]);
  });

  it("of the server is 500 with the request's id and no cause, which is reported", async () => {
    const fault = Object.assign(new Error("the key hunter2 is wrong"), { $metadata: { httpStatusCode: 400 } });
    const { status, body, reports } = await ask("/user/user-00001", {}, fault);
    expect(status).toBe(500);
    expect(body).toEqual({
      error: "Something went wrong on our side.",
      error_code: "INTERNAL",
      details: { request_id: "r-1" },
    });
    expect(reports).toHaveLength(1);
  });

  it("of the caller is not reported", async () => {
    expect((await ask("/user/user-00002")).reports).toEqual([]);
    expect((await ask("/events/event-1")).reports).toEqual([]);
  });

  it.each([
    [new EventlyError("VENUE_BUSY", {}), 409, "VENUE_BUSY"],
    [new Error("hunter2"), 500, "INTERNAL"],
    ["hunter2", 500, "INTERNAL"],
  ])("thrown outside any procedure is told by the same contract: %s", async (error, status, error_code) => {
    const response = answerFailure(error, "r-9");
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ error_code, error: expect.any(String), details: expect.any(Object) });
    expect(text).not.toContain("hunter2");
  });
});
