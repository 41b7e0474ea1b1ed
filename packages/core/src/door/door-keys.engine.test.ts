import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nameOfKey } from "../door-key/door-key.table.ts";
import { mostDoorKeys } from "../door-key/door-key.ts";
import { endDoorKey } from "../door-key/end-door-key.ts";
import { findKeyHolder } from "../door-key/find-key-holder.ts";
import { listDoorKeys } from "../door-key/list-door-keys.ts";
import { makeDoorKey } from "../door-key/make-door-key.ts";
import { readDoorKeys } from "../door-key/read-door-keys.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { changeEvent } from "../event-change/change-event.ts";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { openCore } from "../testing/open-core.ts";
import { type Door, openDoor } from "../testing/open-door.ts";
import { openEvent } from "../testing/open-event.ts";
import { writeItems } from "../testing/open-table-before.ts";
import { scanTable } from "../testing/scan-table.ts";
import { toInstant } from "../time.ts";
import { checkInTicket, mergeScans } from "./check-in-tickets.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { readDoor } from "./read-door.ts";
import { undoCheckIn } from "./undo-check-in.ts";

let door: Door;

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.core.close());

const make = (more: { gate?: string; until?: string; event_id?: EventId } = {}) =>
  makeDoorKey(door.core, door.organizer, {
    ...{ event_id: door.event_id, name: "Phone 2", until: door.ago(-3600), ...more },
  });

async function hold(key: string): Promise<Doorkeeper> {
  const holder = await findKeyHolder(door.core, key);
  if (!holder) throw new Error("the key opens nothing");
  return holder;
}

describe("a door key", () => {
  it("opens its event's door, with its gate and name where a scan names none, and is what let somebody in", async () => {
    const { core, event_id } = door;
    const { key, door_key_id } = await make({ gate: "North" });
    const holder = await hold(key);
    const { code } = await door.book();
    const { check_in_id, ...admitted } = await checkInTicket(core, holder, { event_id, code });
    expect(admitted).toMatchObject({ result: "admitted", gate: "North", device: "Phone 2" });
    expect((await readDoor(core, holder, { event_id })).tickets.length).toBeGreaterThan(0);
    await undoCheckIn(core, holder, { event_id, check_in_id });
    const { items } = await listEventJournal(core, door.organizer, { event_id, limit: 10 });
    const undone = { action: "ticket.admission_undone", actor_id: door_key_id };
    expect(items).toContainEqual(expect.objectContaining(undone));
    const [merged] = await mergeScans(core, holder, { event_id, scans: [{ code, gate: "South", device: "Mine" }] });
    expect(merged).toMatchObject({ result: "admitted", gate: "South", device: "Mine" });
  });

  it("is known once it opened something, to count by itself, until it is refused", async () => {
    const { core, event_id } = door;
    const { key, door_key_id } = await make();
    expect(core.knownKeys.recall(key)).toBeNull();
    await hold(key);
    expect(core.knownKeys.recall(key)).toBe(door_key_id);
    expect(core.knownKeys.recall(key.replace(/.$/, (letter) => (letter === "A" ? "B" : "A")))).toBeNull();
    await endDoorKey(core, door.organizer, { event_id, door_key_id });
    expect(await findKeyHolder(core, key)).toBeNull();
    expect(core.knownKeys.recall(key)).toBeNull();
  });

  it("opens no other door", async () => {
    const holder = await hold((await make()).key);
    const other = await openEvent(door.core, { organizer: door.organizer });
    for (const event_id of [other.event_id, "event-99999" as EventId])
      await expect(readDoor(door.core, holder, { event_id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is stored as a hash, and listed without what opens the door", async () => {
    const { key, ...facts } = await make();
    const [secret = ""] = key.split(".").slice(-1);
    expect(JSON.stringify(await scanTable(door.core.table))).not.toContain(secret);
    expect(await listDoorKeys(door.core, door.organizer, door)).toContainEqual(facts);
  });

  it("opens nothing with a letter changed", async () => {
    const { key } = await make();
    for (let i = 0; i < key.length; i++) {
      const letter = key[i] === "A" ? "B" : "A";
      expect(await findKeyHolder(door.core, key.slice(0, i) + letter + key.slice(i + 1))).toBeNull();
    }
  });

  it("opens nothing after its end, nor once a manager has ended it, not even for who held it before", async () => {
    const { core, event_id } = door;
    const [ended, over] = [await make(), await make({ until: door.ago(-5) })];
    const [first, second] = [await hold(ended.key), await hold(over.key)];
    await endDoorKey(core, door.organizer, { event_id, door_key_id: ended.door_key_id });
    await expect(endDoorKey(core, door.organizer, { event_id, door_key_id: ended.door_key_id })).rejects.toMatchObject({
      code: "DOOR_KEY_NOT_FOUND",
    });
    core.clock.advance(6);
    for (const { key } of [ended, over]) expect(await findKeyHolder(core, key)).toBeNull();
    const ids = (await listDoorKeys(core, door.organizer, door)).map(({ door_key_id }) => door_key_id);
    expect(ids).not.toContain(over.door_key_id);
    const { code, booking_id } = await door.book();
    for (const holder of [first, second])
      await expect(checkInTicket(core, holder, { event_id, code })).rejects.toMatchObject({ code: "SIGN_IN_REQUIRED" });
    expect(await door.countIn(booking_id)).toBe(0);
  });

  it("names who made it, and says whether they are no manager any more", async () => {
    const { core, event_id, organizer, guest } = door;
    await make();
    await makeDoorKey(core, { ...guest, role: "admin" }, { event_id, name: "Of a former admin", until: door.ago(-60) });
    const makers = (await listDoorKeys(core, organizer, { event_id })).map(({ created_by, is_orphaned }) => [
      created_by,
      is_orphaned,
    ]);
    expect(makers).toContainEqual([organizer.user_id, false]);
    expect(makers).toContainEqual([guest.user_id, true]);
    expect(makers).not.toContainEqual([organizer.user_id, true]);
  });

  it("is what its scans are told by, also once it has ended, and no longer than it is kept", async () => {
    const { core, event_id, organizer } = door;
    const until = door.ago(-2_000);
    const { key, door_key_id } = await makeDoorKey(core, organizer, { event_id, name: "Bob’s phone", until });
    const { code, booking_id, seat_pos } = await door.book();
    await checkInTicket(core, await hold(key), { event_id, code });
    await endDoorKey(core, organizer, { event_id, door_key_id });
    const readAll = async () => {
      const again = door.scan(code).catch(({ details }: { details: { device: string | null } }) => details.device);
      const { items } = await door.list();
      const { tickets } = await readDoor(core, organizer, { event_id });
      const isThis = (place: { booking_id: string; seat_pos: string }) =>
        place.booking_id === booking_id && place.seat_pos === seat_pos;
      return [await again, items.find(isThis)?.entries[0]?.device, tickets.find(isThis)?.entered?.device];
    };
    expect(await readAll()).toEqual(["Bob’s phone", "Bob’s phone", "Bob’s phone"]);
    const stored = (await scanTable(core.table)).filter((item) => JSON.stringify(item).includes("Bob’s phone"));
    expect(stored.map(({ pk }) => pk)).toEqual([`door-${event_id}`]);
    core.clock.advance(3 * 86_400);
    expect(await readAll()).toEqual([null, null, null]);
  });

  it("of the version before opens its door, and is told by its name once it has ended", async () => {
    const { core, organizer } = door;
    const { event_id } = await openEvent(core, { organizer });
    const { key, door_key_id } = await make({ event_id });
    const item = await readItem(core.table, keys.doorKeys(event_id));
    const { ended, ...before } = item ?? {};
    expect(ended).toEqual({});
    await writeItems(core.table, [before]);
    await readDoor(core, await hold(key), { event_id });
    await endDoorKey(core, organizer, { event_id, door_key_id });
    expect(nameOfKey(await readDoorKeys(core, event_id), door_key_id, core.clock())).toBe("Phone 2");
  });

  it("ends with its event, which may have been moved to an earlier day since", async () => {
    const { core, organizer } = door;
    const { event_id } = await openEvent(core, { organizer });
    const { start_time, revision } = await getOwnEvent(core, organizer, event_id);
    const { key } = await make({ event_id, until: start_time });
    await readDoor(core, await hold(key), { event_id });
    const sooner = toInstant(core.clock() + 86_400);
    await changeEvent(core, organizer, { event_id, revision, series: false, start_time: sooner });
    core.clock.advance(3 * 86_400);
    await expect(readDoor(core, await hold(key), { event_id })).rejects.toMatchObject({ code: "SIGN_IN_REQUIRED" });
  });

  it("ends a day after its event at the latest, and not before now", async () => {
    for (const until of [door.ago(1), "2999-01-01T00:00:00.000Z"])
      await expect(make({ until })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

it(`an event has at most ${mostDoorKeys} that open its door, however many are made at once in two processes`, async () => {
  const { core, organizer } = door;
  const { event_id } = await openEvent(core, { organizer });
  const other = await openCore({ alongside: core });
  const until = toInstant(core.clock() + 60);
  const make = (by: typeof core) => makeDoorKey(by, organizer, { event_id, name: "Many", until });
  for (let i = 0; i < mostDoorKeys - 2; i++) await make(core);
  const made = await Promise.allSettled([core, other, core, other].map(make));
  await other.close();
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  for (const each of made)
    if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "DOOR_KEY_LIMIT" });
  expect(await listDoorKeys(core, organizer, { event_id })).toHaveLength(mostDoorKeys);
  core.clock.advance(61);
  await makeDoorKey(core, organizer, { event_id, name: "One more", until: toInstant(core.clock() + 60) });
  expect(await listDoorKeys(core, organizer, { event_id })).toHaveLength(1);
});
