import { describeApi } from "@evently/api/openapi/describe-api";
import { expect, it } from "vitest";
import { checkAnswers } from "./check-answers.ts";

const venue = {
  venue_id: "venue-00001",
  name: "Hall",
  city: "Oslo",
  description: "",
  seat_types: ["Stalls"],
  timezone: "UTC",
  owner_id: "user-00001",
  organization_id: "organization-00001",
  revision: 1,
  seat_count: 1,
  created_at: "2027-01-14T19:30:00Z",
};
const missing = { error: "There is no such venue.", error_code: "VENUE_NOT_FOUND", details: {} };

const everyAnswer = { "x-request-id": "r-1", "cache-control": "no-store" };

const about = async (path: string, status: number, body: Record<string, unknown>, headers: object = everyAnswer) => {
  const answer = (given: object) => ({
    status,
    headers: new Headers(Object.entries(headers)),
    text: "",
    body: given as Record<string, unknown>,
  });
  const app = {
    call: async (_: string, url: string) => answer(url === "/openapi.json" ? describeApi({ version: "1" }) : body),
  };
  const { call, seen } = await checkAnswers(app);
  await call("GET", path);
  return [...seen];
};

it("accepts documented responses", async () => {
  expect(await about("/venue/venue-00001", 200, venue)).toEqual(["venue.get 200"]);
  expect(await about("/venue/venue-00009", 404, missing)).toEqual(["venue.get 404 VENUE_NOT_FOUND"]);
  expect(await about("/venue?limit=5", 200, { items: [venue], next_cursor: null, total: 1 })).toEqual([
    "venue.list 200",
  ]);
});

it.each([
  ["a field too many", "/venue/venue-00001", 200, { ...venue, secret: "x" }],
  ["a field too few", "/venue/venue-00001", 200, { ...venue, name: undefined }],
  ["an instant without a time", "/venue/venue-00001", 200, { ...venue, created_at: "2027-01-14" }],
  [
    "a fault within a list",
    "/venue",
    200,
    { items: [venue, { ...venue, seat_count: 0.5 }], next_cursor: null, total: 2 },
  ],
  ["a status that is not documented", "/venue/venue-00001", 418, venue],
  ["a failure of another route", "/venue/venue-00001", 404, { ...missing, error_code: "EVENT_NOT_FOUND" }],
  ["details that the failure has not", "/venue/venue-00001", 404, { ...missing, details: { venue_id: "x" } }],
  ["a request that should not have been answered well", "/venue/hall", 200, venue],
  ["a query that should not have been", "/venue?limit=many", 200, { items: [], next_cursor: null, total: 0 }],
  ["a path that is not documented", "/halls", 200, venue],
])("refuses %s", async (_, path, status, body) => {
  await expect(about(path, status, body)).rejects.toThrow();
});

it("refuses a response without a header that is promised, or with one that is not described", async () => {
  const venueWith = (headers: object) => about("/venue/venue-00001", 200, venue, headers);
  expect(await venueWith({ ...everyAnswer, etag: '"x"' })).toEqual(["venue.get 200"]);
  await expect(venueWith({ "cache-control": "no-store" })).rejects.toThrow("lacks X-Request-Id");
  await expect(venueWith({ ...everyAnswer, "idempotency-replayed": "true" })).rejects.toThrow("Idempotency-Replayed");
});
