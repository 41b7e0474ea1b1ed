import type { ErrorCode } from "@evently/core/errors";
import { addVenueSeats } from "@evently/core/layout/add-venue-seats";
import { ask, newSeat } from "@evently/core/testing/open-event";
import type { Actor } from "@evently/core/user";
import type { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context.ts";
import { toEventlyError } from "../middleware/to-evently-error.ts";
import { appRouter, createCaller } from "../root.ts";
import { accountRows, type Row } from "../testing/account-rows.ts";
import { boxOfficeRows } from "../testing/box-office-rows.ts";
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

const all = everyone;
const signedIn = everyone.filter((who) => who !== "nobody");
const organizers: Who[] = ["organizer", "other organizer", "admin"];
const itsOrganizer: Who[] = ["organizer", "admin"];
const itsPeople: Who[] = ["owner", "organizer", "admin"];

const nothing = () => ({});
const theEvent = ({ sale }: World) => ({ event_id: sale.event_id });
const theVenue = ({ venue_id }: World) => ({ venue_id });

const analytics: Row = { may: itsOrganizer, failure: "FORBIDDEN", input: theEvent };

const rows: Record<string, Row> = {
  "analytics.event": analytics,
  "analytics.events": { may: organizers, failure: "FORBIDDEN", input: nothing },
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
  "event.search": { may: all, input: nothing },
  "event.get": { may: all, input: theEvent },
  "event.published": { may: all, input: () => ({ page: 0 }) },
  "event.create": { may: itsOrganizer, failure: "FORBIDDEN", input: newEvent },
  "event.overlapping": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: ({ venue_id }) => ({ venue_id, start_time: "2099-01-01T20:00:00Z", duration: 60 }),
  },
  "event.publish": {
    may: itsOrganizer,
    failure: "EVENT_NOT_FOUND",
    input: (world) => openAnother(world, "draft"),
  },
  "event.pause": { may: itsOrganizer, failure: "FORBIDDEN", input: (world) => openAnother(world, "published") },
  "event.resume": { may: itsOrganizer, failure: "FORBIDDEN", input: (world) => openAnother(world, "paused") },
  "event.cancel": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: (world) => openAnother(world, "published"),
  },
  "event.change": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: async (world) => ({ ...(await openAnother(world, "published")), revision: 1, tags: ["Piano"] }),
  },
  "event.copy": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: async (world) => ({ ...(await openAnother(world, "published")), start_times: ["2099-01-02T20:00:00Z"] }),
  },
  "event.archive": { may: itsOrganizer, failure: "EVENT_NOT_FOUND", input: (world) => openAnother(world, "draft") },
  "event.delete": { may: itsOrganizer, failure: "EVENT_NOT_FOUND", input: (world) => openAnother(world, "draft") },
  "event.journal": { may: itsOrganizer, failure: "FORBIDDEN", input: theEvent },
  "event.mails": { may: itsOrganizer, failure: "FORBIDDEN", input: theEvent },
  "seat.map": { may: all, input: theEvent },
  "seat.list": { may: all, input: theEvent },
  "venue.create": {
    may: organizers,
    failure: "FORBIDDEN",
    input: () => ({ name: "Another hall", city: "Paris", seat_types: ["Stalls"] }),
  },
  "venue.list": { may: all, input: nothing },
  "venue.get": { may: all, input: theVenue },
  "venue.seats": { may: all, input: theVenue },
  "venue.exportSeats": { may: itsOrganizer, failure: "FORBIDDEN", input: theVenue },
  "venue.plan": { may: all, input: theVenue },
  "venue.listOwn": { may: organizers, failure: "FORBIDDEN", input: nothing },
  "venue.layout": { may: all, input: ({ layout_id }) => ({ layout_id }) },
  "venue.addSeats": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: async ({ core, sale }) => ({ venue_id: await openVenue(core, sale.organizer), seats: [newSeat("B", 1)] }),
  },
  "venue.change": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: async ({ core, sale }) => ({ venue_id: await openVenue(core, sale.organizer), revision: 1, city: "Lyon" }),
  },
  "venue.journal": { may: itsOrganizer, failure: "FORBIDDEN", input: theVenue },
  "venue.eventCounts": { may: itsOrganizer, failure: "FORBIDDEN", input: theVenue },
  "venue.changeSeats": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: async ({ core, sale }) => {
      const venue_id = await openVenue(core, sale.organizer);
      await addVenueSeats(core, sale.organizer, { venue_id, seats: [newSeat("B", 1)] });
      return { venue_id, revision: 2, remove: ["B-1"] };
    },
  },
  "hold.place": { may: signedIn, input: ({ sale, nextSeat }) => ask(sale.event_id, nextSeat()) },
  "hold.listOpen": { may: signedIn, input: theEvent },
  "hold.get": { may: ["owner"], failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.holders": { may: itsOrganizer, failure: "FORBIDDEN", input: theEvent },
  "hold.releaseOthers": {
    may: itsOrganizer,
    failure: "FORBIDDEN",
    input: async (world) => ({ ...theEvent(world), ...(await hold(world)) }),
  },
  "hold.extend": { may: ["owner"], failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.release": { may: ["owner"], failure: "HOLDING_NOT_FOUND", input: (world) => hold(world) },
  "hold.confirm": {
    may: ["owner"],
    failure: "HOLDING_NOT_FOUND",
    input: async (world) => ({ ...(await hold(world)), payment: { token: "tok_visa" } }),
  },
  "challenge.answer": {
    may: ["owner"],
    failure: "HOLDING_NOT_FOUND",
    input: async (world) => ({ ...(await hold(world, "tok_challenge")), approve: true }),
  },
  "limits.get": { may: all },
  "booking.get": { may: itsPeople, failure: "BOOKING_NOT_FOUND", input: book },
  "booking.cancel": { may: itsPeople, failure: "BOOKING_NOT_FOUND", input: book },
  "booking.list": { may: signedIn, input: nothing },
  ...accountRows,
  ...boxOfficeRows,
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.core.close());

describe("who may call what", () => {
  it("is said for every procedure there is", () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  const cells = Object.entries(rows).flatMap(([name, row]) => everyone.map((who) => [name, who, row] as const));

  it.each(cells)("%s by %s", async (name, who, { may, failure, input }) => {
    const given = await input?.(world);
    await world.core.background.settled();
    world.writes.reset();
    const outcome = await call(name, world.actors[who], given);
    const expected = who === "nobody" ? "SIGN_IN_REQUIRED" : failure;
    expect(outcome).toBe(may.includes(who) ? null : expected);
    if (outcome !== null) expect(world.writes.count(), "a refusal writes nothing").toBe(0);
  });
});

const movers = { organizer: "FORBIDDEN", "other organizer": "EVENT_NOT_FOUND", guest: "FORBIDDEN", admin: null };

it.each(Object.entries(movers))("a draft is moved into another organizer's venue by %s: %s", async (who, outcome) => {
  const theirs = world.actors["other organizer"];
  if (!theirs) throw new Error("there is no other organizer");
  const venue_id = await openVenue(world.core, theirs);
  const draft = await openAnother(world, "draft");
  const seat_type_prices = { Stalls: 100 };
  world.writes.reset();
  const moved = await call("event.change", world.actors[who as Who], {
    ...draft,
    revision: 1,
    venue_id,
    seat_type_prices,
  });
  expect(moved).toBe(outcome);
  if (outcome !== null) expect(world.writes.count()).toBe(0);
});

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** Calls a procedure in the name of an actor; answers the code of its failure, null where there was none. */
async function call(name: string, actor: Actor | null, input: unknown): Promise<ErrorCode | null> {
  const [noun = "", verb = ""] = name.split(".");
  const context: Context = {
    core: world.core,
    request_id: "r-1",
    token: null,
    device: null,
    siteOrigin: null,
    findActor: async () => actor,
    findGuest: async () => null,
    isCrossSite: false,
    network: null,
    proof: null,
    setSession: () => undefined,
    clearSession: () => undefined,
    idempotencyKey: null,
    markReplayed: () => undefined,
  };
  const caller = createCaller(context) as unknown as Caller;
  try {
    await caller[noun]?.[verb]?.(input);
    return null;
  } catch (error) {
    return toEventlyError(error as TRPCError, "r-1").code;
  }
}
