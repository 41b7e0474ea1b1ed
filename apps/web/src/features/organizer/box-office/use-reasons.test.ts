import type { EventId } from "@evently/core/ids";
import { expect, test } from "vitest";
import { readReasons } from "./use-reasons";

/** A hall of five pages of blocked seats, one seat a page. */
function openHall() {
  const asked: (string | undefined)[] = [];
  const query = async ({ cursor }: { cursor?: string }) => {
    asked.push(cursor);
    const page = Number(cursor ?? 1);
    return { items: [{ seat_pos: `A-${page}`, reason: "Press" }], next_cursor: page < 5 ? `${page + 1}` : null };
  };
  const client = { boxOffice: { blocks: { query } } } as unknown as Parameters<typeof readReasons>[0];
  return { asked, read: (pages: number) => readReasons(client, "event-00001" as EventId, pages) };
}

test("of many blocked seats as many pages are read as were asked for", async () => {
  const hall = openHall();
  const { known, hasMore } = await hall.read(2);
  expect([...known.keys()]).toEqual(["A-1", "A-2"]);
  expect([hasMore, hall.asked]).toEqual([true, [undefined, "2"]]);
});

test("after the last page there are no more", async () => {
  const hall = openHall();
  const { known, hasMore } = await hall.read(9);
  expect([known.size, hasMore, hall.asked.length]).toEqual([5, false, 5]);
});
