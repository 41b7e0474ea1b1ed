import { expect, it } from "vitest";
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
  // Twenty phones with one door key ask for it every five seconds.
  expect(costOfRequest("GET", "/trpc/door.list")).toBe(2);
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

it("counts long lists, that of all seats twice", () => {
  expect(countLongLists(["seat.list", "venue.plan", "event.get", "seat.map", "__proto__"])).toBe(4);
});

it("weighs procedures that exist", () => {
  const names = Object.keys(appRouter._def.procedures);
  expect(Object.keys(dear).filter((name) => !names.includes(name))).toEqual([]);
});

it("allows 16 kB, 32 kB for a venue, 640 kB for an event and 4 MB for seats", () => {
  const limitOf = (method: string, path: string) => bodyLimitOf(listCalls(method, path)) / 1024;
  const limits = [
    ["POST", "/events/event-00001/hold", 16],
    ["POST", "/trpc/__proto__", 16],
    ["POST", "/venue", 32],
    ["PATCH", "/venue/venue-00001", 32],
    ["POST", "/events", 640],
    ["PATCH", "/events/event-00001", 640],
    ["POST", "/trpc/event.change", 640],
    ["POST", "/venue/venue-00001/seats", 4_096],
    ["PATCH", "/venue/venue-00001/seats", 4_096],
  ] as const;
  expect(limits.map(([method, path]) => limitOf(method, path))).toEqual(limits.map(([, , kB]) => kB));
});
