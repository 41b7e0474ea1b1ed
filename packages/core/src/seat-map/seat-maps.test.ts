import { expect, it } from "vitest";
import type { LayoutId } from "../ids.ts";
import { createLayouts } from "../layout/layouts.ts";
import { id } from "../testing/id.ts";
import { openHall, rowOf } from "../testing/open-hall.ts";
import { createSeatMaps, packSeatMap } from "./seat-maps.ts";

const held = (hold_ttl: number) => ({ seat_state: "held", hold_ttl }) as const;
const booked = { seat_state: "booked", hold_ttl: null } as const;

const linesOf = (...seats: string[]) => seats.map((seat) => ({ seat: id.seat(seat), price: 4500 }));

function createSignal(): { passed: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resume) => {
    open = resume;
  });
  return { passed, open: () => open() };
}

function openMap(seats = 4) {
  const hall = openHall(rowOf("A", seats));
  const { core, event } = hall;
  const states = async () => packSeatMap(event, (await core.maps.get(event)).seats, core.clock()).states;
  return { ...hall, states };
}

it("is read once a second for any number of requests, and not without requests", async () => {
  const { core, reads, states } = openMap();
  expect(await Promise.all(Array.from({ length: 50 }, states))).toEqual(Array(50).fill("aaaa"));
  core.clock.advance(0.9);
  await states();
  expect(reads()).toBe(1);
  core.clock.advance(0.2);
  await states();
  core.clock.advance(100);
  await states();
  expect(reads()).toBe(3);
});

it("shows this process's writes at once", async () => {
  const { core, event, states } = openMap();
  await states();
  core.maps.note(event.event_id, linesOf("A-2", "A-3"), "held", core.clock() + 180);
  expect(await states()).toBe("ahha");
  core.maps.note(event.event_id, linesOf("A-2"), "available", null);
  core.maps.note(event.event_id, linesOf("A-4"), "booked", null);
  expect(await states()).toBe("aahb");
});

it("shows another process's writes within a second, and their expiry without a read", async () => {
  const { core, seats, reads, states } = openMap();
  await states();
  seats.set("A-1", held(core.clock() + 10));
  seats.set("A-4", booked);
  expect(await states()).toBe("aaaa");
  core.clock.advance(1);
  expect(await states()).toBe("haab");
  expect(reads()).toBe(2);
  core.clock.advance(9.5);
  seats.set("A-1", held(core.clock() - 0.5));
  expect(await states()).toBe("aaab");
});

it("keeps an own write made during a repeated read", async () => {
  const { core, event, during, states } = openMap();
  await states();
  core.clock.advance(2);
  during(() => core.maps.note(event.event_id, linesOf("A-2"), "booked", null));
  expect(await states()).toBe("abaa");
});

it("keeps an own write made during the first read", async () => {
  const { core, event, during, states } = openMap();
  during(() => core.maps.note(event.event_id, linesOf("A-2"), "held", core.clock() + 180));
  expect(await states()).toBe("ahaa");
  during(() => undefined);
  core.clock.advance(1);
  expect(await states()).toBe("aaaa");
});

it("keeps an own write made while the event is read by its former and its next layout", async () => {
  const { core, event, during } = openMap();
  const moved = { ...event, layout_id: "layout-venue-00001-2-1" as LayoutId };
  const [begun, end] = [createSignal(), createSignal()];
  const next: ReturnType<typeof core.maps.get>[] = [];
  during(async () => {
    if (next.length > 0) {
      begun.open();
      return end.passed;
    }
    next.push(core.maps.get(moved));
    return begun.passed;
  });
  await core.maps.get(event);
  core.maps.note(event.event_id, linesOf("A-2"), "booked", null);
  end.open();
  const [map] = await Promise.all(next);
  expect(packSeatMap(event, map?.seats ?? [], core.clock()).states).toBe("abaa");
});

it("follows the table again once a read began after the own write", async () => {
  const { core, event, seats, states } = openMap();
  await states();
  core.maps.note(event.event_id, linesOf("A-2"), "held", core.clock() + 180);
  seats.set("A-2", booked);
  core.clock.advance(1);
  expect(await states()).toBe("abaa");
});

it("applies the items that failed a transaction", async () => {
  const { core, event, states } = openMap();
  await states();
  core.maps.correct(event.event_id, [
    { index: 0, item: { sk: "A-1", ...booked } },
    { index: 1, item: { sk: "A-2", ...held(core.clock() + 60) } },
    { index: 2, item: { sk: "holding-00001", state: "active" } },
    { index: 3, item: null },
  ]);
  expect(await states()).toBe("bhaa");
});

it("reads what seats cost only of an event whose prices were changed, then at once", async () => {
  const { core, event, seats, reads } = openMap();
  seats.set("A-1", { ...booked, price: 4500 });
  seats.set("A-2", { ...booked, price: 6000 });
  const pricesAt = async (price_revision: number) =>
    (await core.maps.get({ ...event, price_revision })).seats.map(({ price }) => price);
  expect(await pricesAt(0)).toEqual([undefined, undefined, undefined, undefined]);
  expect(await pricesAt(1)).toEqual([4500, 6000, undefined, undefined]);
  core.maps.note(event.event_id, linesOf("A-3"), "held", core.clock() + 60);
  core.maps.correct(event.event_id, [{ index: 0, item: { sk: "A-4", ...booked, price: 7000 } }]);
  expect(await pricesAt(1)).toEqual([4500, 6000, 4500, 7000]);
  expect(await pricesAt(0)).toEqual([4500, 6000, 4500, 7000]);
  expect(reads()).toBe(2);
});

it("shows a seat missing from the table as taken", async () => {
  const { seats, states } = openMap();
  seats.delete("A-3");
  expect(await states()).toBe("aaba");
});

it("ignores events never requested and unknown seats", async () => {
  const { core, event, states } = openMap();
  core.maps.note(id.event(9), linesOf("A-1"), "booked", null);
  core.maps.note(event.event_id, linesOf("A-1"), "booked", null);
  expect(await states()).toBe("aaaa");
  core.maps.note(event.event_id, linesOf("Z-9"), "booked", null);
  expect(await states()).toBe("aaaa");
});

it("is refreshed after ten times the duration of a read, thirty seconds at most", async () => {
  const { core, during, reads, states } = openMap();
  during(() => core.clock.advance(0.5));
  await states();
  core.clock.advance(4.9);
  await states();
  expect(reads()).toBe(1);
  during(() => core.clock.advance(20));
  core.clock.advance(0.1);
  await states();
  core.clock.advance(29.9);
  await states();
  expect(reads()).toBe(2);
  core.clock.advance(0.1);
  await states();
  expect(reads()).toBe(3);
});

it("for which there is no room is read anew each time, and shows what it should", async () => {
  const { core, event, reads } = openMap();
  const states = (maps = core.maps) =>
    maps.get(event).then(({ seats }) => packSeatMap(event, seats, core.clock()).states);
  const [small, large] = [100, 10_000].map((size) => createSeatMaps(core.table, core.clock, core.layouts, size));
  expect([await states(small), await states(small), reads()]).toEqual(["aaaa", "aaaa", 2]);
  expect([await states(large), await states(large), reads()]).toEqual(["aaaa", "aaaa", 3]);
});

it("keeps no layout alive: one that is no longer in memory is read again, and so is the map once a seat is written", async () => {
  const { core, event, seats, reads } = openMap();
  const maps = createSeatMaps(core.table, core.clock, createLayouts(core.table, 1));
  const states = () => maps.get(event).then(({ seats }) => packSeatMap(event, seats, core.clock()).states);
  expect([await states(), await states(), reads()]).toEqual(["aaaa", "aaaa", 1]);
  seats.set("A-2", booked);
  maps.note(event.event_id, linesOf("A-2"), "booked", null);
  expect([await states(), reads()]).toEqual(["abaa", 2]);
});
