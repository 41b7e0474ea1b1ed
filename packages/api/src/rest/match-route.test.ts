import { describe, expect, it } from "vitest";
import { matchRoute, sortRoutes, toRoute } from "./match-route.ts";

const routes = sortRoutes([
  toRoute("GET", "/{holding_id}", "hold"),
  toRoute("POST", "/{holding_id}/confirm", "confirm"),
  toRoute("GET", "/events/{event_id}/seats", "seats"),
  toRoute("GET", "/events/{event_id}", "event"),
  toRoute("GET", "/events", "events"),
  toRoute("GET", "/events/soon", "soon"),
]);

describe("matching a path", () => {
  it("returns the values of the path parameters", () => {
    expect(matchRoute(routes, "GET", "/events/event-00001/seats")).toEqual({
      target: "seats",
      params: { event_id: "event-00001" },
    });
  });

  it("prefers a literal path", () => {
    expect(matchRoute(routes, "GET", "/events/soon")?.target).toBe("soon");
    expect(matchRoute(routes, "GET", "/events/later")?.target).toBe("event");
  });

  it("treats a first segment as a holding only if it begins like one", () => {
    expect(matchRoute(routes, "GET", "/holding-00001")?.target).toBe("hold");
    expect(matchRoute(routes, "GET", "/holding-x")).toEqual({ target: "hold", params: { holding_id: "holding-x" } });
    expect(matchRoute(routes, "POST", "/holding-/confirm")?.target).toBe("confirm");
    expect(matchRoute(routes, "GET", "/favicon.ico")).toBeNull();
    expect(matchRoute(routes, "POST", "/events/confirm")).toBeNull();
  });

  it("keeps methods, slashes and whole paths apart", () => {
    expect(matchRoute(routes, "POST", "/events")).toBeNull();
    expect(matchRoute(routes, "GET", "/events/")).toBeNull();
    expect(matchRoute(routes, "GET", "/events/a/b")).toBeNull();
    expect(matchRoute(routes, "GET", "/prefix/events")).toBeNull();
  });

  it("decodes parameters, and matches nothing if one is badly encoded", () => {
    expect(matchRoute(routes, "GET", "/events/a%2Fb")?.params).toEqual({ event_id: "a/b" });
    expect(matchRoute(routes, "GET", "/events/%E0%A4%A")).toBeNull();
  });
});
