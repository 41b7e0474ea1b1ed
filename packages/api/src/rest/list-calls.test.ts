import { expect, it } from "vitest";
import { bodyLimits } from "../middleware/body-limits.ts";
import { dear } from "../middleware/request-costs.ts";
import { appRouter } from "../root.ts";
import { bodyLimitOf, costOfRequest, countLongLists, listCalls } from "./list-calls.ts";

it("names a request's procedures, over REST and tRPC alike", () => {
  expect(listCalls("POST", "/events")).toEqual(["event.create"]);
  expect(listCalls("HEAD", "/venue/venue-00001/seats")).toEqual(["venue.seats"]);
  expect(listCalls("GET", "/trpc/venue.seats,event.get%2Cseat.map")).toEqual(["venue.seats", "event.get", "seat.map"]);
  expect(listCalls("GET", "/nowhere")).toEqual([]);
});

it("weighs a request by what it costs, the same over REST and tRPC", () => {
  expect(costOfRequest("GET", "/events")).toBe(1);
  expect(costOfRequest("POST", "/events")).toBe(10);
  expect(costOfRequest("POST", "/trpc/event.create")).toBe(10);
  for (const [method, path] of [
    ["PATCH", "/events/event-00001"],
    ["DELETE", "/events/event-00001"],
    ["POST", "/events/event-00001/publish"],
    ["POST", "/events/event-00001/resume"],
    ["POST", "/trpc/event.change"],
  ] as const)
    expect(costOfRequest(method, path)).toBe(10);
  expect(costOfRequest("GET", "/trpc/export.buyers,venue.seats,event.get")).toBe(13);
  for (const unknown of ["/nowhere", "/trpc/constructor", "/trpc/__proto__", "/trpc/"])
    expect(costOfRequest("GET", unknown)).toBe(1);
});

it("counts long lists", () => {
  expect(countLongLists(["seat.list", "venue.plan", "event.get", "seat.map", "__proto__"])).toBe(3);
});

it("weighs procedures that exist", () => {
  const names = Object.keys(appRouter._def.procedures);
  expect(Object.keys(dear).filter((name) => !names.includes(name))).toEqual([]);
});

it("allows 16 kB, 64 kB for an event and 4 MB for seats", () => {
  const limitOf = (method: string, path: string) => bodyLimitOf(listCalls(method, path));
  expect(limitOf("POST", "/venue")).toBe(16_384);
  expect(limitOf("POST", "/events/event-00001/hold")).toBe(16_384);
  for (const [method, path] of [
    ["POST", "/events"],
    ["PATCH", "/events/event-00001"],
    ["POST", "/trpc/event.change"],
  ])
    expect(limitOf(method ?? "", path ?? "")).toBe(65_536);
  for (const method of ["POST", "PATCH"]) expect(limitOf(method, "/venue/venue-00001/seats")).toBe(bodyLimits.seats);
  expect(limitOf("POST", "/trpc/__proto__")).toBe(16_384);
});
