import { describe, expect, it } from "vitest";
import { nameRoute } from "./name-route.ts";

describe("the name of a request's route", () => {
  it.each([
    ["GET", "/events", "/events"],
    ["HEAD", "/events", "/events"],
    ["GET", "/events/event-00001/seats", "/events/{event_id}/seats"],
    ["POST", "/events/event-00001/hold", "/events/{event_id}/hold"],
    ["POST", "/holding-00001/confirm", "/{holding_id}/confirm"],
    ["GET", "/user/someone@example.org", "/user/{user_id}"],
    ["GET", "/trpc/seat.map", "/trpc/seat.map"],
    ["POST", "/trpc/hold.place", "/trpc/hold.place"],
    ["GET", "/trpc/event.get,seat.map", "/trpc/{batch}"],
    ["GET", "/trpc/event.get%2Cseat.map", "/trpc/{batch}"],
  ])("%s %s is %s", (method, path, name) => {
    expect(nameRoute(method, path)).toBe(name);
  });

  it.each([
    ["GET", "/"],
    ["PUT", "/events"],
    ["GET", "/someone@example.org"],
    ["GET", "/trpc/someone@example.org"],
    ["GET", "/trpc/constructor"],
    ["GET", "/trpc/"],
  ])("%s %s leads nowhere and has none", (method, path) => {
    expect(nameRoute(method, path)).toBeNull();
  });
});
