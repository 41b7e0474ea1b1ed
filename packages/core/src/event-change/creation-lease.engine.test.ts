import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CreateEvent } from "../event/event.ts";
import type { VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { mostItems } from "../table/as-bulk.ts";
import { keys } from "../table/keys.ts";
import { holdBack } from "../testing/hold-back.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer, newSeat } from "../testing/open-event.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { times } from "../testing/race.ts";
import { readSeats } from "../testing/read-seats.ts";
import { toInstant } from "../time.ts";
import { creationLease, creationRenewal, mostCreations } from "../user/creation.table.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { createEvent } from "./create-event.ts";

let core: TestCore;
let other: TestCore;
let organizer: Actor;
let hall: VenueId;
/** What a transaction of an event's seats waits for in the first process. */
let onSeats: () => Promise<void> = async () => undefined;
/** Runs once an organizer's creation was renewed. */
let onRenewal = (_usage: string) => {};

/** Whose creation a request renews. */
function findRenewed(command: { input: unknown }): string | undefined {
  if (!(command instanceof UpdateCommand)) return undefined;
  return command.input.UpdateExpression === "SET creating_until = :until" ? command.input.Key?.pk : undefined;
}

const copiesSeats = (command: { input: unknown }): boolean =>
  command instanceof TransactWriteCommand &&
  (command.input.TransactItems ?? []).some(({ Put: put }) => put?.Item?.seat_state === "available");

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const renewed = findRenewed(command);
        if (renewed) return send().finally(() => onRenewal(renewed));
        if (copiesSeats(command)) await onSeats();
        return send();
      }),
  });
  other = await openCore({ alongside: core });
});
afterAll(async () => {
  expect([core.faults, other.faults]).toEqual([[], []]);
  await other.close();
  await core.close();
});
beforeEach(async () => {
  organizer = await newOrganizer(core);
  hall = await openHall(organizer);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
  onSeats = async () => undefined;
  onRenewal = () => {};
});

async function openHall(owner: Actor): Promise<VenueId> {
  const venue = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
  const { venue_id } = await createVenue(core, owner, venue);
  await addVenueSeats(core, owner, { venue_id, seats: times(mostItems + 1, (i) => newSeat("A", i + 1)) });
  return venue_id;
}

function concert(venue_id: VenueId): CreateEvent {
  const start_time = toInstant(core.clock() + 7 * 86_400);
  const prices = { seat_type_prices: { Stalls: 4500 }, currency: "USD" };
  return CreateEvent.parse({ venue_id, name: "Concert", start_time, duration: 60, status: "draft", ...prices });
}

/** Holds the seats of the first process' creations back until `open`; `begun` resolves once one has come to them. */
function holdSeats() {
  const held = holdBack();
  onSeats = held.wait;
  return held;
}

const running = { code: "CREATION_RUNNING" };

/** Resolves once this organizer's creation is renewed. */
function nextRenewal(owner: Actor): Promise<void> {
  return new Promise((resume) => {
    onRenewal = (usage) => {
      if (usage === keys.usage(ownOrganization(owner)).pk) resume();
    };
  });
}

/** `seconds` pass, in which a creation that is under way is renewed. */
async function pass(seconds: number, owner: Actor): Promise<void> {
  for (let passed = 0; passed < seconds; passed += creationRenewal) {
    const renewed = nextRenewal(owner);
    core.clock.advance(creationRenewal);
    vi.advanceTimersByTime(creationRenewal * 1000);
    await renewed;
  }
}

describe("a creation that ends later than its lease would keeps others out", () => {
  it("while its seats are copied", async () => {
    const held = holdSeats();
    const creation = createEvent(core, organizer, concert(hall));
    await held.begun;
    await pass(creationLease + 1, organizer);
    await expect(createEvent(other, organizer, concert(hall))).rejects.toMatchObject(running);
    held.open();
    await creation;
    expect(vi.getTimerCount(), "nothing is renewed any more").toBe(0);
    await createEvent(other, organizer, concert(hall));
  });

  it("while it waits behind those of others", async () => {
    await createEvent(core, organizer, concert(hall));
    const neighbors = await Promise.all(times(mostCreations, () => newOrganizer(core)));
    const halls = await Promise.all(neighbors.map(openHall));
    const create = (each: Actor, i: number) => createEvent(core, each, concert(halls[i] ?? hall));
    // The drawing of each hall is there.
    await Promise.all(neighbors.map(create));
    const held = holdSeats();
    const first = neighbors.map(create);
    await held.begun;
    const last = createEvent(core, organizer, concert(hall));
    // All of them are renewed from now on.
    while (vi.getTimerCount() <= mostCreations) await new Promise((resume) => setImmediate(resume));
    await pass(creationLease + 1, organizer);
    await expect(createEvent(other, organizer, concert(hall))).rejects.toMatchObject(running);
    held.open();
    await Promise.all(first);
    const { event_id } = await last;
    expect(await readSeats(core, event_id)).toHaveLength(mostItems + 1);
  });
});
