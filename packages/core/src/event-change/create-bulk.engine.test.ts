import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChangeEvent, CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import type { VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { ownersFor } from "../organization/may.ts";
import { copyEvent } from "../series/copy-event.ts";
import { bulkTurns, mostItems } from "../table/as-bulk.ts";
import type { Table } from "../table/table.ts";
import { createDying } from "../testing/dying-table.ts";
import { holdBack } from "../testing/hold-back.ts";
import { interpose } from "../testing/interpose.ts";
import { newOrganizer, newSeat } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { creationLease } from "../user/creation.table.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { changeEvent } from "./change-event.ts";
import { createEvent } from "./create-event.ts";
import { setEventStatus } from "./set-event-status.ts";

const dying = createDying();
let organizer: Actor;
let large: VenueId;
let small: VenueId;
/** What a transaction of an event's seats waits for before it is sent. */
let onSeats: (process: "core" | "other") => Promise<void> = async () => undefined;
const turns = { now: 0, most: 0 };

const copiesSeats = (command: { input: unknown }): boolean =>
  command instanceof TransactWriteCommand &&
  (command.input.TransactItems ?? []).some(({ Put: put }) =>
    /^event-\d+ [A-Z]-/.test(`${put?.Item?.pk} ${put?.Item?.sk}`),
  );

const hold = (table: Table, process: "core" | "other"): Table =>
  interpose(table, async (command, send) => {
    if (!copiesSeats(command)) return send();
    turns.most = Math.max(turns.most, ++turns.now);
    try {
      await onSeats(process);
      return await send();
    } finally {
      turns.now--;
    }
  });

const [core, other] = await openTwoCores(
  { wrap: (table) => hold(dying.wrap(table), "core") },
  { wrap: (table) => hold(table, "other") },
);

afterAll(async () => {
  expect([core.faults, other.faults]).toEqual([[], []]);
});
beforeEach(async () => {
  organizer = await newOrganizer(core);
  large = await openHall(organizer, mostItems + 1);
  small = await openHall(organizer, 2);
});
afterEach(() => {
  onSeats = async () => undefined;
  dying.rise();
});

async function openHall(owner: Actor, seats: number): Promise<VenueId> {
  const venue = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
  const { venue_id } = await createVenue(core, owner, venue);
  const perRow = 100;
  const all = times(seats, (i) => newSeat(String.fromCharCode(65 + Math.floor(i / perRow)), (i % perRow) + 1));
  await addVenueSeats(core, owner, { venue_id, seats: all });
  return venue_id;
}

function concert(venue_id: VenueId, status: "draft" | "published" = "draft"): CreateEvent {
  const start_time = toInstant(core.clock() + 7 * 86_400);
  const prices = { seat_type_prices: { Stalls: 4500 }, currency: "USD" };
  return CreateEvent.parse({ venue_id, name: "Concert", start_time, duration: 60, status, ...prices });
}

/** Holds the seats of the first process' creations back until `open`; `begun` resolves once one has come to them. */
function holdSeats() {
  const held = holdBack();
  onSeats = async (process) => {
    if (process !== "other") await held.wait();
  };
  return held;
}

const running = { code: "CREATION_RUNNING" };

it("of many large creations at once one is made, in two processes", async () => {
  const creations = 8;
  let answered = 0;
  let waiting = 0;
  let open = () => {};
  const opened = new Promise<void>((resume) => {
    open = resume;
  });
  const goOn = () => answered + waiting >= creations && open();
  // Whoever came to the seats waits until all others were answered, or came there too.
  onSeats = () => {
    waiting++;
    goOn();
    return opened;
  };
  const create = (i: number) =>
    createEvent(i % 2 === 0 ? core : other, organizer, concert(large)).finally(() => {
      answered++;
      goOn();
    });
  // The first in the process whose seats wait.
  const first = create(0);
  const { won, refused, broken } = await race([first, ...times(creations - 1, (i) => create(i + 1))]);
  expect({ won: won.length, refused, broken }).toEqual({
    ...{ won: 1, refused: { CREATION_RUNNING: creations - 1 } },
    broken: [],
  });
  const [event] = won;
  if (!event) throw new Error("nobody won");
  expect(await readSeats(core, event.event_id)).toHaveLength(mostItems + 1);
});

describe("while a large event is created", () => {
  it("small ones are made, and another organizer's; copies, moves and large ones are refused", async () => {
    const moving = await createEvent(core, organizer, concert(small));
    const copied = await createEvent(core, organizer, concert(large));
    const neighbor = await newOrganizer(core);
    const theirs = await openHall(neighbor, mostItems + 1);
    const held = holdSeats();
    const creation = createEvent(core, organizer, concert(large, "published"));
    await held.begun;
    await createEvent(other, organizer, concert(small));
    await createEvent(other, neighbor, concert(theirs));
    await expect(createEvent(other, organizer, concert(large))).rejects.toMatchObject(running);
    const { event_id, revision } = moving;
    const move = ChangeEvent.parse({ event_id, revision, venue_id: large });
    await expect(changeEvent(other, organizer, move)).rejects.toMatchObject(running);
    const start_times = [toInstant(core.clock() + 9 * 86_400)];
    const copy = { event_id: copied.event_id, start_times, publish: false };
    await expect(copyEvent(other, organizer, copy)).rejects.toMatchObject(running);
    held.open();
    expect((await creation).status).toBe("published");
    const moved = await changeEvent(other, organizer, move);
    expect(moved).toMatchObject({ venue_id: large, seat_count: mostItems + 1 });
    expect((await copyEvent(other, organizer, copy)).items).toHaveLength(1);
    await createEvent(other, organizer, concert(large));
  });

  it("a copy whose seats are still to come is published by scheduled work", async () => {
    const { event_id } = await createEvent(core, organizer, concert(large));
    const start_times = [toInstant(core.clock() + 9 * 86_400)];
    const { items } = await copyEvent(core, organizer, { event_id, start_times, publish: false });
    const [copy] = items;
    if (!copy) throw new Error("there is no copy");
    const held = holdSeats();
    const creation = createEvent(core, organizer, concert(large));
    await held.begun;
    const asked = await setEventStatus(other, organizer, { event_id: copy.event_id, status: "published" });
    expect(asked.status).toBe("draft");
    held.open();
    await creation;
    await letTimePass(other, 300, 60);
    expect((await findEvent(other.table, copy.event_id))?.status).toBe("published");
    await expectCleanAudit(other, copy.event_id);
  });
});

it("a creation whose process died keeps others out until its lease ends, and scheduled work finishes it", async () => {
  dying.die(1, "before", copiesSeats);
  await expect(createEvent(core, organizer, concert(large, "published"))).rejects.toMatchObject({
    code: "UNAVAILABLE",
  });
  await expect(createEvent(other, organizer, concert(large))).rejects.toMatchObject(running);
  core.clock.advance(creationLease + 1);
  const { event_id } = await createEvent(other, organizer, concert(large));
  expect(await readSeats(other, event_id)).toHaveLength(mostItems + 1);
  await letTimePass(other, 120, 60);
  const events = await Promise.all(
    (await listOwnEventIds(other.table, ownersFor(organizer, null))).map((own) => findEvent(other.table, own)),
  );
  expect(events.map((event) => event?.status).sort()).toEqual(["draft", "published"]);
  core.faults.length = 0;
});

it("large creations of many organizers take the bulk turns together, never more", async () => {
  const organizers = await Promise.all(times(6, () => newOrganizer(core)));
  const halls = await Promise.all(organizers.map((each) => openHall(each, mostItems + 1)));
  turns.most = 0;
  const { won, broken, refused } = await race(
    organizers.map((each, i) => createEvent(core, each, concert(halls[i] ?? large))),
  );
  expect({ won: won.length, broken, refused }).toEqual({ won: 6, broken: [], refused: {} });
  expect(turns.most).toBe(bulkTurns);
});
