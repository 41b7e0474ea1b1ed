import type { GetCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { SeatId, VenueId } from "../ids.ts";
import type { Item } from "../table/transact.ts";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { id } from "../testing/id.ts";
import { usedHeap } from "../testing/used-heap.ts";
import { NewVenueSeat } from "../venue/venue.ts";
import { drawLayout } from "./layout.rules.ts";
import { putLayout, unpackLayout } from "./layout.table.ts";
import { bytesOfLayout, createLayouts, type IndexedLayout, indexLayout, labelLines } from "./layouts.ts";
import { placeSeats } from "./place-seats.rules.ts";

const venue = { venue_id: VenueId.parse("venue-00001"), revision: 1, seat_types: ["Stalls", "Box"] };
const added = [
  { row: "B", seat_num: 1, seat_type: "Box" },
  { row: "A", seat_num: 2, seat_type: "Stalls" },
].map((seat) => NewVenueSeat.parse(seat));
const seats = placeSeats(venue, [], added);

/** A table that has the layouts `layout-venue-00001-{1 and up}` and no other. */
function openLayouts(maxSize?: number) {
  const { table, inputs } = fakeTable<GetCommandInput>(({ Key }) => {
    const revision = Number(String(Key?.pk).split("-").at(-1));
    const layout = putLayout(drawLayout({ ...venue, revision }, seats)) as { put: object };
    return { Item: revision > 0 ? layout.put : undefined };
  });
  return {
    layouts: createLayouts(table, maxSize),
    read: () => inputs.map(({ Key }) => Number(Key?.pk.split("-").at(-1))),
  };
}
const idOf = (revision: number) => id.layout(`layout-venue-00001-${revision}`);

describe("a layout", () => {
  it("comes with lookups of each seat's index and type", async () => {
    const { layout, seats, indexOf, types } = await openLayouts().layouts.get(idOf(1));
    expect(layout).toMatchObject({ layout_id: idOf(1), seat_count: 2 });
    expect(seats).toEqual(["A-2", "B-1"]);
    expect([...indexOf]).toEqual([
      ["A-2", 0],
      ["B-1", 1],
    ]);
    expect(types).toEqual(["Stalls", "Box"]);
  });

  it("says of the lines of a booking what is printed on their seats, and special about them", () => {
    const label = { section: "Loge", row_label: "", seat_label: "1" };
    const features = { accessible: true, properties: ["restricted_view" as const] };
    const box = NewVenueSeat.parse({ ...label, ...features, seat_type: "Box" });
    const layout = indexLayout(drawLayout(venue, placeSeats(venue, [], [box])));
    const [known, gone] = [...layout.seats, SeatId.parse("C-7")].map((seat) => ({ seat, seat_type: "Box", price: 1 }));
    if (!known || !gone) throw new Error("a seat is missing");
    expect(labelLines(layout, [known, gone])).toEqual([
      { ...known, ...label, ...features },
      { ...gone, section: "", row_label: "C", seat_label: "7" },
    ]);
  });

  it("is read once, however many callers", async () => {
    const { layouts, read } = openLayouts();
    const [first, ...others] = await Promise.all([1, 1, 1].map((revision) => layouts.get(idOf(revision))));
    for (const other of [...others, await layouts.get(idOf(1))]) expect(other).toBe(first);
    expect(read()).toEqual([1]);
  });

  it("is cached among the most recently used, up to a size, and read again once evicted", async () => {
    const { layouts, read } = openLayouts(17_000);
    for (const revision of [1, 2, 3, 4, 1]) await layouts.get(idOf(revision));
    expect(read()).toEqual([1, 2, 3, 4]);
    for (const revision of [5, 1, 2]) await layouts.get(idOf(revision));
    expect(read()).toEqual([1, 2, 3, 4, 5, 2]);
  });

  it("is unpacked beside three others at most", async () => {
    let [underWay, most] = [0, 0];
    const { table } = fakeTable<GetCommandInput>(async ({ Key }) => {
      most = Math.max(most, ++underWay);
      await new Promise((resume) => setImmediate(resume));
      underWay--;
      const revision = Number(String(Key?.pk).split("-").at(-1));
      return { Item: (putLayout(drawLayout({ ...venue, revision }, seats)) as { put: object }).put };
    });
    const layouts = createLayouts(table);
    const found = await Promise.all(Array.from({ length: 12 }, (_, i) => layouts.get(idOf(i + 1))));
    expect(found).toHaveLength(12);
    expect(most).toBe(4);
  });

  it("that doesn't exist is LAYOUT_NOT_FOUND, and not cached", async () => {
    const { layouts, read } = openLayouts();
    for (let i = 0; i < 2; i++) await expect(layouts.get(idOf(0))).rejects.toMatchObject({ code: "LAYOUT_NOT_FOUND" });
    expect(read()).toEqual([0, 0]);
  });

  it("that could not be read is UNAVAILABLE, never missing", async () => {
    const layouts = createLayouts(fakeTable(silence).table);
    await expect(layouts.get(idOf(1))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

const makeHan = (from: number, length: number) =>
  Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + ((from * 7_919 + i * 104_729) % 20_000))).join("");
/** As long as a label may be, and all that may be said of a seat. */
const makeHostile = (number: number, row: number) => ({
  ...{ section: makeHan(row, 60), row_label: makeHan(row, 16), seat_label: makeHan(number, 8), accessible: true },
  properties: ["companion", "restricted_view", "step_free", "hearing_loop"],
  ...{ x: (number * 7_919.123) % 99_999, y: (number * 104_729.321) % 99_999 },
});

it.each<[name: string, make: (i: number) => object]>([
  ["as halls are", (i) => ({ row: `R${Math.floor(i / 40)}`, seat_num: (i % 40) + 1 })],
  ["with long labels", (i) => makeHostile(i, Math.floor(i / 100))],
  ["with a row for each seat", (i) => makeHostile(i, i)],
])("the estimate for a hall %s is near the real growth of the heap", (_, make) => {
  const places = Array.from({ length: 4_000 }, (_, i) => NewVenueSeat.parse({ seat_type: "Stalls", ...make(i) }));
  const { put } = putLayout(drawLayout(venue, placeSeats(venue, [], places))) as { put: Item };
  const index = (): IndexedLayout => {
    const layout = indexLayout(unpackLayout(put));
    layout.neighbors();
    return layout;
  };
  const kept: IndexedLayout[] = [];
  const growths = [0, 1, 2, 3].map(() => {
    const before = usedHeap();
    kept.push(index());
    return usedHeap() - before;
  });
  // Not by the first one, which also compiles; by the middle one of the others, since what is freed late is in one of them.
  const [, growth = 0] = growths.slice(1).toSorted((a, b) => a - b);
  const ratio = bytesOfLayout(index()) / growth;
  expect(kept.map(({ seats }) => seats.length)).toEqual(kept.map(() => places.length));
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(2);
});
