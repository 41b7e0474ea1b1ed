import { BatchGetCommand, type BatchGetCommandOutput } from "@aws-sdk/lib-dynamodb";
import { afterAll, describe, expect, it } from "vitest";
import type { CreateEvent } from "../event/event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { createEvent } from "../event-change/create-event.ts";
import { deleteEvent } from "../event-change/delete-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import type { EventId, VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { ownersFor } from "../organization/may.ts";
import { copyEvent } from "../series/copy-event.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { interpose } from "../testing/interpose.ts";
import type { TestCore } from "../testing/open-core.ts";
import { newOrganizer, newSeat } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { race, times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { createVenue } from "../venue/create-venue.ts";
import { setQuota } from "./set-quota.ts";
import { readAccount } from "./usage.ts";
import type { Actor } from "./user.ts";

const either = (i: number) => (i % 2 === 0 ? core : other);

/** Events that are not there yet when `other` reads them for the first time. */
const unread = new Set<unknown>();
const readEarly = (table: Table) =>
  interpose(table, async (command, send) => {
    const answer = await send();
    if (!(command instanceof BatchGetCommand)) return answer;
    for (const [name, items] of Object.entries((answer as BatchGetCommandOutput).Responses ?? {}))
      Object.assign((answer as BatchGetCommandOutput).Responses ?? {}, {
        [name]: items.filter(({ pk }) => !unread.delete(pk)),
      });
    return answer;
  });

const [core, other] = await openTwoCores({}, { wrap: readEarly });

afterAll(async () => {
  expect([core.faults, other.faults]).toEqual([[], []]);
});

const hall = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls"], timezone: "Europe/Oslo" };

/** An organizer who may have 3 upcoming events, 2 venues and 12 seats, with a venue of 2. */
async function open(): Promise<{ actor: Actor; venue_id: VenueId }> {
  const actor = await newOrganizer(core);
  await setQuota(core, actor.user_id, { events: 3, venues: 2, seats: 12 });
  const { venue_id } = await createVenue(core, actor, hall);
  await addSeats(core, actor, venue_id, "A", 2);
  return { actor, venue_id };
}

const addSeats = (on: TestCore, actor: Actor, venue_id: VenueId, row: string, seats: number) =>
  addVenueSeats(on, actor, { venue_id, seats: times(seats, (i) => newSeat(row, i + 1)) });

function concert(venue_id: VenueId, given: Partial<CreateEvent> = {}): CreateEvent {
  return {
    ...{ venue_id, name: "Concert", start_time: toInstant(core.clock() + 86_400), duration: 60, artists: [], tags: [] },
    ...{
      description: "",
      programme: "",
      seat_type_prices: { Stalls: 4500 },
      currency: "USD",
      status: "draft" as const,
    },
    ...given,
  };
}

const exceeded = (kind: string, limit: number) => ({ code: "QUOTA_EXCEEDED", details: { kind, limit } });
const usageOf = async (actor: Actor) => (await readAccount(core.table, ownOrganization(actor))).usage;

it("of many creations at once as many win as there is room for, in two processes", async () => {
  const { actor, venue_id } = await open();
  const events = await race(times(12, (i) => createEvent(either(i), actor, concert(venue_id))));
  expect([events.won.length, events.refused, events.broken]).toEqual([3, { QUOTA_EXCEEDED: 9 }, []]);
  expect(await listOwnEventIds(core.table, ownersFor(actor, null))).toHaveLength(3);
  const venues = await race(times(6, (i) => createVenue(either(i), actor, hall)));
  expect([venues.won.length, venues.refused, venues.broken]).toEqual([1, { QUOTA_EXCEEDED: 5 }, []]);
  const [second] = venues.won;
  if (!second) throw new Error("nobody won");
  const halls = [venue_id, second.venue_id];
  const seats = await race(times(2, (i) => addSeats(either(i), actor, halls[i] ?? venue_id, "B", 10)));
  expect([seats.won.length, seats.refused]).toEqual([1, { QUOTA_EXCEEDED: 1 }]);
  expect(await usageOf(actor)).toMatchObject({ venues: 2, seats: 12 });
  await expect(createEvent(core, actor, concert(venue_id))).rejects.toMatchObject(exceeded("events", 3));
  await expect(createVenue(core, actor, hall)).rejects.toMatchObject(exceeded("venues", 2));
  await expect(addSeats(core, actor, venue_id, "C", 1)).rejects.toMatchObject(exceeded("seats", 12));
});

describe("copies", () => {
  it("that would exceed the quota are refused whole, also where the original joins a series or is in one", async () => {
    const { actor, venue_id } = await open();
    const { event_id } = await createEvent(core, actor, concert(venue_id));
    const at = (day: number) => toInstant(core.clock() + day * 86_400);
    const copy = (...days: number[]) =>
      copyEvent(core, actor, { event_id, start_times: days.map(at), publish: false } as never);
    await expect(copy(2, 3, 4)).rejects.toMatchObject(exceeded("events", 3));
    expect(await listOwnEventIds(core.table, ownersFor(actor, null))).toEqual([event_id]);
    expect((await copy(2)).items).toHaveLength(1);
    await expect(copy(3, 4)).rejects.toMatchObject(exceeded("events", 3));
    expect((await copy(3)).items).toHaveLength(1);
    expect(await listOwnEventIds(core.table, ownersFor(actor, null))).toHaveLength(3);
  });
});

it("what is over, cancelled or deleted gives up its place", async () => {
  const { actor, venue_id } = await open();
  const soon = { start_time: toInstant(core.clock() + 60), duration: 1 };
  await createEvent(core, actor, concert(venue_id, soon));
  const cancelled = await createEvent(core, actor, concert(venue_id, { status: "published" }));
  const deleted = await createEvent(core, actor, concert(venue_id));
  const create = () => createEvent(core, actor, concert(venue_id));
  await expect(create()).rejects.toMatchObject(exceeded("events", 3));
  await deleteEvent(core, actor, deleted);
  await create();
  await expect(create()).rejects.toMatchObject(exceeded("events", 3));
  await setEventStatus(core, actor, { event_id: cancelled.event_id, status: "cancelling" });
  await create();
  await expect(create()).rejects.toMatchObject(exceeded("events", 3));
  core.clock.advance(200);
  await create();
  await expect(create()).rejects.toMatchObject(exceeded("events", 3));
});

it("what gave up its place is not made to last again, on sale or as a draft", async () => {
  const { actor, venue_id } = await open();
  const soon = { start_time: toInstant(core.clock() + 60), duration: 1 };
  const onSale = await createEvent(core, actor, concert(venue_id, { ...soon, status: "published" }));
  const draft = await createEvent(core, actor, concert(venue_id, soon));
  core.clock.advance(200);
  for (const _ of times(3, () => null)) await createEvent(core, actor, concert(venue_id));
  const sales_end = toInstant(core.clock() + 86_400);
  for (const { event_id, revision } of [onSale, draft]) {
    const change = changeEvent(core, actor, { event_id, revision, duration: 44_640, sales_end, series: false });
    await expect(change).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: "duration", message: "not any more: the event is over" }] },
    });
  }
});

it("an account of the version before is counted once, keeps what it has, and gets no more", async () => {
  const { actor, venue_id } = await open();
  for (const _ of times(3, () => null)) await createEvent(core, actor, concert(venue_id));
  const before = await usageOf(actor);
  await setQuota(core, actor.user_id, { events: 2, venues: 1, seats: 1 });
  await transact(core.table, [{ remove: keys.usage(ownOrganization(actor)) }]);
  const counted = await Promise.all(times(4, (i) => readAccount(either(i).table, ownOrganization(actor))));
  const sorted = (events: readonly string[]) => events.toSorted();
  for (const { usage } of counted)
    expect({ ...usage, events: sorted(usage.events) }).toEqual({ ...before, events: sorted(before.events) });
  await expect(createEvent(core, actor, concert(venue_id))).rejects.toMatchObject(exceeded("events", 2));
  await expect(createVenue(core, actor, hall)).rejects.toMatchObject(exceeded("venues", 1));
  await expect(addSeats(core, actor, venue_id, "B", 1)).rejects.toMatchObject(exceeded("seats", 1));
  expect(await listOwnEventIds(core.table, ownersFor(actor, null))).toHaveLength(3);
});

it("an event that the version before deleted gives up its place, and a copy that is still to be made does not", async () => {
  const { actor, venue_id } = await open();
  const [deleted, kept] = [
    await createEvent(core, actor, concert(venue_id)),
    await createEvent(core, actor, concert(venue_id)),
  ];
  await deleteEvent(core, actor, deleted);
  await letTimePass(core, 130, 31);
  const toCome = "event-99998" as EventId;
  const left = { ":left": new Set<string>([deleted.event_id, toCome]) };
  const key = keys.usage(ownOrganization(actor));
  await updateItem(core.table, update({ key, update: "ADD event_ids :left", values: left }));
  const made = await createEvent(core, actor, concert(venue_id));
  expect(new Set((await usageOf(actor)).events)).toEqual(new Set([kept.event_id, toCome, made.event_id]));
  await expect(createEvent(core, actor, concert(venue_id))).rejects.toMatchObject(exceeded("events", 3));
});

it("an event that is made while places are looked for keeps its own", async () => {
  const { actor, venue_id } = await open();
  for (const _ of times(2, () => null)) await createEvent(core, actor, concert(venue_id));
  const late = await createEvent(core, actor, concert(venue_id));
  const before = (await usageOf(actor)).events;
  unread.add(late.event_id);
  await expect(createEvent(other, actor, concert(venue_id))).rejects.toMatchObject(exceeded("events", 3));
  expect([...unread], "the events were read").toEqual([]);
  expect((await usageOf(actor)).events).toEqual(before);
});

it("nobody who is not there gets a quota", async () => {
  await expect(setQuota(core, "user-99999" as never, {})).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
});
