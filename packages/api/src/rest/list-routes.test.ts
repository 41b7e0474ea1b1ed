import { errorRegistry } from "@evently/core/errors";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { appRouter } from "../root.ts";
import type { Meta } from "../trpc.ts";

type Definition = {
  type: "query" | "mutation";
  meta?: Meta;
  inputs: z.ZodMiniObject[];
  output?: z.ZodMiniObject;
};

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>);
const routes = procedures.flatMap(([name, { _def }]) =>
  _def.meta?.rest ? [{ name, ..._def, rest: _def.meta.rest }] : [],
);
const byName = routes.map((route) => [route.name, route] as const);
const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

describe("a procedure whose response contains a token", () => {
  const fieldsOf = ({ output }: Definition) => Object.keys(output?.def.shape ?? {});
  const secret = procedures.filter(([, { _def }]) => fieldsOf(_def).includes("token"));

  it("is marked so, and no other is", () => {
    const declared = procedures.filter(([, { _def }]) => _def.meta?.answersSecret);
    expect(secret.map(([name]) => name).toSorted()).toEqual([
      "session.confirm",
      "session.startGuest",
      "user.changeEmail",
      "user.create",
    ]);
    // What is asked by these is a secret too, or leads to one.
    const links = ["booking.reissueTicket", "booking.replaceLink", "organization.onboard"];
    const others = [...links, "doorKey.make", "session.request"];
    expect(declared.filter(([name]) => !others.includes(name))).toEqual(secret);
    expect(declared).toHaveLength(secret.length + others.length);
  });

  it("is the only kind of change without a signed-in caller, who owns the keys, but for mails and a booking's link", () => {
    const anonymous = procedures.filter(([, { _def }]) => _def.type === "mutation" && !_def.meta?.isSignedIn);
    const looks = ["session.describe", "organization.describeInvitation"];
    const others = [...looks, "session.request", "ticket.cancel", "ticket.resend"];
    const open = secret.filter(([, { _def }]) => !_def.meta?.isSignedIn);
    expect(anonymous.filter(([name]) => !others.includes(name))).toEqual(open);
    expect(anonymous).toHaveLength(open.length + others.length);
  });
});

describe("the routes of REST", () => {
  it("are those documented", () => {
    expect(routes.map(({ rest }) => `${rest.method} ${rest.path}`).sort()).toEqual(
      [
        "DELETE /events/{event_id}",
        "DELETE /events/{event_id}/blocks",
        "DELETE /events/{event_id}/check-ins/{check_in_id}",
        "DELETE /events/{event_id}/door-keys/{door_key_id}",
        "DELETE /session",
        "DELETE /session/{session_id}",
        "DELETE /user/{user_id}",
        "GET /analytics/events",
        "GET /bookings/{booking_id}",
        "GET /bookings/{booking_id}/ticket.ics",
        "GET /bookings/{booking_id}/tickets",
        "GET /bookings/{booking_id}/tickets.pdf",
        "GET /events",
        "GET /events/{event_id}",
        "GET /events/{event_id}/accounting",
        "GET /events/{event_id}/analytics",
        "GET /events/{event_id}/analytics/bookings",
        "GET /events/{event_id}/analytics/revenue",
        "GET /events/{event_id}/analytics/seats",
        "GET /events/{event_id}/analytics/users",
        "GET /events/{event_id}/blocks",
        "GET /events/{event_id}/bookings",
        "GET /events/{event_id}/check-ins",
        "GET /events/{event_id}/door",
        "GET /events/{event_id}/door-keys",
        "GET /events/{event_id}/door-list",
        "GET /events/{event_id}/export/accounting.csv",
        "GET /events/{event_id}/export/bookings.csv",
        "GET /events/{event_id}/export/buyers.csv",
        "GET /events/{event_id}/export/seats.csv",
        "GET /events/{event_id}/hold",
        "GET /events/{event_id}/holders",
        "GET /events/{event_id}/journal",
        "GET /events/{event_id}/mails",
        "GET /events/{event_id}/seats",
        "GET /organizations",
        "GET /organizations/{organization_id}",
        "GET /organizations/{organization_id}/payment-account",
        "GET /session",
        "GET /tickets/keys",
        "GET /tickets/{link}",
        "GET /tickets/{link}/ticket.ics",
        "GET /tickets/{link}/tickets",
        "GET /tickets/{link}/tickets.pdf",
        "GET /user/{user_id}",
        "GET /user/{user_id}/bookings",
        "GET /user/{user_id}/export",
        "GET /user/{user_id}/journal",
        "GET /venue",
        "GET /venue/{venue_id}",
        "GET /venue/{venue_id}/journal",
        "GET /venue/{venue_id}/seats",
        "GET /venue/{venue_id}/seats.csv",
        "GET /{holding_id}",
        "GET /{holding_id}/payment",
        "PATCH /events/{event_id}",
        "PATCH /organizations/{organization_id}",
        "PATCH /venue/{venue_id}",
        "PATCH /venue/{venue_id}/seats",
        "POST /bookings/{booking_id}/cancel",
        "POST /bookings/{booking_id}/link",
        "POST /bookings/{booking_id}/mail",
        "POST /bookings/{booking_id}/move",
        "POST /bookings/{booking_id}/paid",
        "POST /bookings/{booking_id}/refunds",
        "POST /bookings/{booking_id}/tickets/{seat_pos}/reissue",
        "POST /events",
        "POST /events/{event_id}/archive",
        "POST /events/{event_id}/blocks",
        "POST /events/{event_id}/cancel",
        "POST /events/{event_id}/check-ins",
        "POST /events/{event_id}/copy",
        "POST /events/{event_id}/counter-sales",
        "POST /events/{event_id}/door-keys",
        "POST /events/{event_id}/hold",
        "POST /events/{event_id}/holders/release",
        "POST /events/{event_id}/pause",
        "POST /events/{event_id}/publish",
        "POST /events/{event_id}/resume",
        "POST /organizations",
        "POST /session",
        "POST /session/confirm",
        "POST /session/guest",
        "POST /tickets/resend",
        "POST /tickets/{link}/cancel",
        "POST /user",
        "POST /user/{user_id}/bookings/adopt",
        "POST /user/{user_id}/email",
        "POST /venue",
        "POST /venue/{venue_id}/seats",
        "POST /{holding_id}/cancel",
        "POST /{holding_id}/confirm",
        "POST /{holding_id}/extend",
        "POST /organizations/{organization_id}/invitations",
        "POST /organizations/{organization_id}/payment-account",
        "POST /invitations/accept",
        "PATCH /organizations/{organization_id}/members/{user_id}",
        "GET /organizations/{organization_id}/members",
        "GET /organizations/{organization_id}/journal",
        "GET /organizations/{organization_id}/invitations",
        "DELETE /organizations/{organization_id}/members/{user_id}",
        "DELETE /organizations/{organization_id}/invitations/{invitation_id}",
      ].sort(),
    );
  });

  it("differ in method or path, whatever their parameters are called", () => {
    const places = routes.map(({ rest }) => `${rest.method} ${rest.path.replace(/\{\w+\}/g, "{}")}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(byName)("%s: each path parameter is a field of its input, which refuses unknown ones", (_, route) => {
    const [input] = route.inputs;
    const fields = Object.keys(input?.def.shape ?? {});
    expect(fields).toEqual(expect.arrayContaining(namesIn(route.rest.path)));
    if (input)
      expect(z.safeParse(input, { colour: "red" }).error?.issues).toContainEqual(
        expect.objectContaining({ code: "unrecognized_keys", keys: ["colour"] }),
      );
  });

  it.each(byName)("%s: reads with GET and changes with anything else", (_, { type, rest }) => {
    expect(type).toBe(rest.method === "GET" ? "query" : "mutation");
  });

  it("may be cached for seconds if public, for one second if they list seats, and otherwise never", () => {
    const kept = routes.flatMap(({ name, rest }) => (rest.cacheSeconds ? [[name, rest.cacheSeconds]] : []));
    // What a booking's link opens is for whoever has it.
    const isPublicRead = ({ meta, rest }: (typeof routes)[number]) =>
      rest.method === "GET" && !meta?.isSignedIn && !rest.path.includes("{link}");
    expect(kept.map(([name]) => name)).toEqual(routes.filter(isPublicRead).map(({ name }) => name));
    for (const [name, seconds] of kept) expect([name, seconds]).toEqual([name, name === "seat.list" ? 1 : 5]);
  });

  it.each(byName)("%s: its errors are in the error registry, once each", (_, { rest }) => {
    expect(new Set(rest.errors).size).toBe(rest.errors.length);
    for (const code of rest.errors) expect(Object.keys(errorRegistry)).toContain(code);
  });

  it.each(byName)("%s: a list with a cursor can return INVALID_CURSOR", (_, { inputs: [input], rest }) => {
    expect(rest.errors.includes("INVALID_CURSOR")).toBe("cursor" in (input?.def.shape ?? {}));
  });

  it.each(byName)(
    "%s: an id that leads nowhere is told, save where one asks for what is one's own",
    (name, { rest }) => {
      const names = namesIn(rest.path);
      if (names.length === 0 || ["hold.listOpen", "session.endOne"].includes(name))
        return expect(rest.errors.some(isMissing)).toBe(namedInBodies.includes(name));
      const nouns = names.map((field) => (field === "link" ? "booking" : field.replace(/_(id|pos)$/, "")));
      const missing = nouns.map((noun) => `${noun.toUpperCase()}_NOT_FOUND`);
      expect(rest.errors).toEqual(expect.arrayContaining(missing));
    },
  );

  it("respond with 201 for new records, 202 and 204 where documented, otherwise 200", () => {
    const made = routes.flatMap(({ name, rest }) => (rest.status ? [[name, rest.status]] : []));
    expect(Object.fromEntries(made)).toEqual({
      "event.create": 201,
      "event.cancel": 202,
      "event.copy": 202,
      "event.delete": 204,
      "door.undo": 204,
      "doorKey.make": 201,
      "doorKey.end": 204,
      "hold.place": 201,
      "boxOffice.sell": 201,
      "organization.create": 201,
      "organization.invite": 201,
      "organization.removeMember": 204,
      "organization.revokeInvitation": 204,
      "booking.replaceLink": 201,
      "booking.mail": 202,
      "session.startGuest": 201,
      "session.request": 202,
      "session.end": 204,
      "session.endOne": 204,
      "ticket.resend": 202,
      "user.create": 201,
      "user.delete": 204,
      "venue.create": 201,
      "venue.addSeats": 201,
    });
    expect(routes.filter(({ rest }) => rest.pending).map(({ name }) => name)).toEqual(["hold.confirm"]);
  });
});

/** What they need is named in their bodies. */
const namedInBodies = ["event.create", "organization.acceptInvitation", "venue.create"];

function isMissing(code: string): boolean {
  return code.endsWith("_NOT_FOUND");
}
