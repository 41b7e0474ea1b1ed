import type { ErrorCode } from "@evently/core/errors";
import { addVenueSeats } from "@evently/core/layout/add-venue-seats";
import { MemberRole } from "@evently/core/organization";
import { joinOrganization } from "@evently/core/testing/join-organization";
import { ask, newSeat } from "@evently/core/testing/open-event";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { needsSession } from "../access.ts";
import { appRouter } from "../root.ts";
import { accountRows, type Row } from "../testing/account-rows.ts";
import { boxOfficeRows } from "../testing/box-office-rows.ts";
import { callAs } from "../testing/call-as.ts";
import { doorRows } from "../testing/door-rows.ts";
import { expectedOf } from "../testing/expected-of.ts";
import {
  book,
  everyone,
  hold,
  newEvent,
  openAnother,
  openVenue,
  openWorld,
  type Who,
  type World,
} from "../testing/open-world.ts";
import type { Meta } from "../trpc.ts";

const nothing = () => ({});
const theEvent = ({ sale }: World) => ({ event_id: sale.event_id });
const theVenue = ({ venue_id }: World) => ({ venue_id });

const analytics: Row = { failure: "FORBIDDEN", input: theEvent };

const rows: Record<string, Row> = {
  "analytics.event": analytics,
  "analytics.events": { failure: "FORBIDDEN", input: nothing },
  "analytics.seats": analytics,
  "analytics.seatHeat": analytics,
  "analytics.bookings": analytics,
  "analytics.sales": analytics,
  "analytics.buyers": analytics,
  "analytics.buyerSummary": analytics,
  "analytics.reachable": analytics,
  "booking.listSold": analytics,
  "export.bookings": analytics,
  "export.seats": analytics,
  "export.buyers": analytics,
  "export.accounting": analytics,
  "event.search": { input: nothing },
  "event.get": { input: theEvent },
  "event.published": { input: () => ({ page: 0 }) },
  "event.create": { failure: "FORBIDDEN", input: newEvent },
  "event.overlapping": {
    failure: "FORBIDDEN",
    input: ({ venue_id }) => ({ venue_id, start_time: "2099-01-01T20:00:00Z", duration: 60 }),
  },
  "event.publish": { failure: "EVENT_NOT_FOUND", input: (world) => openAnother(world, "draft") },
  "event.pause": { failure: "FORBIDDEN", input: (world) => openAnother(world, "published") },
  "event.resume": { failure: "FORBIDDEN", input: (world) => openAnother(world, "paused") },
  "event.cancel": {
    failure: "FORBIDDEN",
    input: (world) => openAnother(world, "published"),
  },
  "event.change": {
    failure: "FORBIDDEN",
    input: async (world) => ({ ...(await openAnother(world, "published")), revision: 1, tags: ["Piano"] }),
  },
  "event.copy": {
    failure: "FORBIDDEN",
    input: async (world) => ({ ...(await openAnother(world, "published")), start_times: ["2099-01-02T20:00:00Z"] }),
  },
  "event.archive": { failure: "EVENT_NOT_FOUND", input: (world) => openAnother(world, "draft") },
  "event.delete": { failure: "EVENT_NOT_FOUND", input: (world) => openAnother(world, "draft") },
  "event.journal": { failure: "FORBIDDEN", input: theEvent },
  "event.accounting": analytics,
  "event.mails": { failure: "FORBIDDEN", input: theEvent },
  "seat.map": { input: theEvent },
  "seat.list": { input: theEvent },
  "venue.create": {
    failure: "FORBIDDEN",
    input: () => ({ name: "Another hall", city: "Paris", seat_types: ["Stalls"] }),
  },
  "venue.list": { input: nothing },
  "venue.get": { input: theVenue },
  "venue.seats": { input: theVenue },
  "venue.exportSeats": { failure: "FORBIDDEN", input: theVenue },
  "venue.plan": { input: theVenue },
  "venue.listOwn": { failure: "FORBIDDEN", input: nothing },
  "venue.layout": { input: ({ layout_id }) => ({ layout_id }) },
  "venue.addSeats": {
    failure: "FORBIDDEN",
    input: async ({ core, sale }) => ({ venue_id: await openVenue(core, sale.organizer), seats: [newSeat("B", 1)] }),
  },
  "venue.change": {
    failure: "FORBIDDEN",
    input: async ({ core, sale }) => ({ venue_id: await openVenue(core, sale.organizer), revision: 1, city: "Lyon" }),
  },
  "venue.journal": { failure: "FORBIDDEN", input: theVenue },
  "venue.eventCounts": { failure: "FORBIDDEN", input: theVenue },
  "venue.changeSeats": {
    failure: "FORBIDDEN",
    input: async ({ core, sale }) => {
      const venue_id = await openVenue(core, sale.organizer);
      await addVenueSeats(core, sale.organizer, { venue_id, seats: [newSeat("B", 1)] });
      return { venue_id, revision: 2, remove: ["B-1"] };
    },
  },
  "hold.place": { input: ({ sale, nextSeat }) => ask(sale.event_id, nextSeat()) },
  "hold.listOpen": { input: theEvent },
  "hold.get": { failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.payment": { failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.contact": { failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.holders": { failure: "FORBIDDEN", input: theEvent },
  "hold.releaseOthers": {
    failure: "FORBIDDEN",
    input: async (world) => ({ ...theEvent(world), ...(await hold(world)) }),
  },
  "hold.extend": { failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.release": { failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.confirm": {
    failure: "HOLDING_NOT_FOUND",
    input: async (world) => ({ ...(await hold(world)), payment: { token: "tok_visa" } }),
  },
  "challenge.answer": {
    failure: "HOLDING_NOT_FOUND",
    input: async (world) => ({ ...(await hold(world, "tok_challenge")), approve: true }),
  },
  "limits.get": {},
  "booking.get": { failure: "BOOKING_NOT_FOUND", input: book },
  "booking.cancel": { failure: "BOOKING_NOT_FOUND", input: book },
  "booking.list": { input: nothing },
  ...accountRows,
  ...boxOfficeRows,
  ...doorRows,
};

let world: World;
const call = (name: string, who: Who, input: unknown) =>
  callAs(world, name, who === "door key" ? { key: world.key } : world.actors[who], input);
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.core.close());

type Definition = { type: string; meta?: Meta };
/** A session that ended is nobody's: its end comes last. */
const isEnd = (name: string): number => Number(name.startsWith("session.end"));
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>)
  .map(([name, { _def }]) => ({ name, isChange: _def.type === "mutation", meta: _def.meta as Meta }))
  .sort((a, b) => isEnd(a.name) - isEnd(b.name));

describe("who may call what", () => {
  it("is declared by every procedure, and has an input for each here", () => {
    expect(procedures.filter(({ meta }) => meta?.access === undefined || meta.scope === undefined)).toEqual([]);
    expect(Object.keys(rows).sort()).toEqual(procedures.map(({ name }) => name).sort());
    for (const { name, meta } of procedures)
      expect([name, meta.isSignedIn === true]).toEqual([name, needsSession(meta.access)]);
  });

  const given = new Map<string, unknown>();
  const cells = procedures.flatMap((procedure) => everyone.map((who) => [procedure.name, who, procedure] as const));
  let asked = 0;
  afterAll(() => {
    const [people, holes] = [everyone.length, cells.length - asked];
    process.stdout.write(
      `authority: ${procedures.length} procedures, ${people} people, ${asked} cells, ${holes} holes\n`,
    );
  });

  it.each(cells)("%s by %s", async (name, who, { meta, isChange }) => {
    const { input, failure } = rows[name] ?? {};
    if (!given.has(name)) given.set(name, await input?.(world));
    await world.core.background.settled();
    world.writes.reset();
    const outcome = await call(name, who, given.get(name));
    expect(outcome).toBe(expectedOf(who, { ...meta, isChange, failure }));
    asked++;
    if (outcome !== null) expect(world.writes.count(), "a refusal writes nothing").toBe(0);
    else if (isChange) given.delete(name);
  });
});

const movers = {
  owner: "FORBIDDEN",
  "member of another organization": "EVENT_NOT_FOUND",
  guest: "FORBIDDEN",
  manager: "FORBIDDEN",
  admin: null,
};

it.each(Object.entries(movers))(
  "a draft is moved into another organization's venue by %s: %s",
  async (who, outcome) => {
    const theirs = world.actors["member of another organization"];
    if (!theirs) throw new Error("there is no other organization");
    const venue_id = await openVenue(world.core, theirs);
    const draft = await openAnother(world, "draft");
    const seat_type_prices = { Stalls: 100 };
    world.writes.reset();
    const moved = await call("event.change", who as Who, {
      ...draft,
      revision: 1,
      venue_id,
      seat_type_prices,
    });
    expect(moved).toBe(outcome);
    if (outcome !== null) expect(world.writes.count()).toBe(0);
  },
);

const leavers: Record<Exclude<Who, "link holder" | "door key">, ErrorCode | null> = {
  ...{ owner: null, manager: null, "box office": null, door: null, viewer: null },
  ...{ nobody: "SIGN_IN_REQUIRED", suspended: "SUSPENDED", admin: "USER_NOT_FOUND" },
  ...{
    guest: "ORGANIZATION_NOT_FOUND",
    attendee: "ORGANIZATION_NOT_FOUND",
    "other attendee": "ORGANIZATION_NOT_FOUND",
  },
  "member of another organization": "ORGANIZATION_NOT_FOUND",
};

it.each(Object.entries(leavers))("the organization is left by %s themselves: %s", async (who, outcome) => {
  const { core, organization_id, sale } = world;
  const role = MemberRole.safeParse(who.replace(" ", "_")).data;
  const joined = role && (await joinOrganization(core, sale.organizer, organization_id, role)).actor;
  const actor = joined ?? world.actors[who as Who];
  const input = { organization_id, user_id: actor?.user_id ?? sale.organizer.user_id };
  expect(await callAs(world, "organization.removeMember", actor, input)).toBe(outcome);
});

describe("a refusal for whoever calls comes before any other fault", () => {
  const faulty = procedures.filter(({ meta }) =>
    / of (event|venue|organization( or self)?|booking)$/.test(meta.access),
  );

  it.each(faulty.map((procedure) => [procedure.name, procedure] as const))("%s", async (name, { meta, isChange }) => {
    const { input, failure } = rows[name] ?? {};
    const wrong = { ...((await input?.(world)) as object), colour: "red" };
    for (const who of everyone) {
      const expected = expectedOf(who, { ...meta, isChange, failure }) ?? "INVALID_INPUT";
      expect([who, await call(name, who, wrong)]).toEqual([who, expected]);
    }
  });
});
