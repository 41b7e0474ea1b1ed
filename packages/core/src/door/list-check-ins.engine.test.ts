import { afterAll, beforeAll, expect, it } from "vitest";
import { writeCheckIn } from "../admission/admission.table.ts";
import type { Entry } from "../admission/admission.ts";
import type { BookingId } from "../ids.ts";
import { transactAll } from "../table/transact-all.ts";
import { id } from "../testing/id.ts";
import { type Door, openDoor } from "../testing/open-door.ts";
import { listCheckIns } from "./list-check-ins.ts";

/** Of these every third was let in twice. */
const written = 1_200;
const isTwice = (n: number): boolean => n % 3 === 0;

let door: Door;
const twice: BookingId[] = [];

beforeAll(async () => {
  door = await openDoor();
  const { core, event_id, organizer } = door;
  const at = door.ago(0);
  const entry: Entry = {
    ...{
      entry_id: "a".repeat(16),
      at,
      gate: "North",
      device: null,
      version: 1,
      ticket: "valid",
      reason: null,
      undone_at: null,
    },
    actor_id: organizer.user_id,
  };
  const checkIns = Array.from({ length: written }, (_, n) => {
    const booking_id = id.booking(n + 1);
    if (isTwice(n)) twice.push(booking_id);
    const entries = isTwice(n) ? [entry, { ...entry, entry_id: "b".repeat(16), gate: "South" }] : [entry];
    return { event_id, booking_id, seat_pos: id.seat("A-1"), revision: 1, entries };
  });
  // Without the counts of arrivals, which are one item.
  const puts = checkIns.flatMap((checkIn) => writeCheckIn(null, checkIn).slice(0, 1));
  await transactAll(core.table, puts, { items: 99 });
});
afterAll(() => door.core.close());

type Wanted = { conflicts?: boolean; gate?: string };

/** The bookings of all pages, and how many each had. */
async function walk(limit: number, wanted: Wanted) {
  const found: BookingId[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCheckIns(door.core, door.organizer, { event_id: door.event_id, limit, cursor, ...wanted });
    found.push(...page.items.map(({ booking_id }) => booking_id));
    sizes.push(page.items.length);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return { found, sizes };
}

it("names each conflict once, however many there are and however few a page has", async () => {
  for (const limit of [200, 37]) {
    const { found, sizes } = await walk(limit, { conflicts: true });
    expect(found).toEqual(twice);
    expect(Math.max(...sizes)).toBe(limit);
  }
});

it("lists every check-in once, and those by a gate", async () => {
  expect((await walk(200, {})).found).toHaveLength(written);
  expect((await walk(150, { gate: "South" })).found).toEqual(twice);
  expect((await walk(50, { gate: "West" })).found).toEqual([]);
});

it("refuses the cursor of another list", async () => {
  const { event_id, core, organizer } = door;
  const { next_cursor } = await listCheckIns(core, organizer, { event_id, limit: 5, conflicts: true });
  const other = listCheckIns(core, organizer, { event_id, limit: 5, cursor: next_cursor ?? "" });
  await expect(other).rejects.toMatchObject({ code: "INVALID_CURSOR" });
});
