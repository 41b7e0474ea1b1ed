import "server-only";
import type { LayoutId } from "@evently/core/ids";
import { LRUCache } from "lru-cache";
import { type Hall, openHall } from "~/features/hall/hall";
import { getApi } from "~/trpc/server";
import { drawPlan, type SeatPlan } from "./draw-plan";

/** Of a seat in the heap with its label, key and neighbors; of a row. */
const [seatBytes, rowBytes] = [400, 1_000];

/** Layouts never change. A hall of 20,000 seats is asked for by thousands who are on their way to it. */
const halls = new LRUCache<LayoutId, Hall>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ ids, rows }) => 1_000 + seatBytes * ids.length + rowBytes * rows.length,
});

/** Where these seats are in their hall; null where that can't be read now, or a hall has none of them: a ticket is complete without. */
export async function findPlan(layout_id: LayoutId, seats: readonly string[]): Promise<SeatPlan | null> {
  const hall = halls.get(layout_id) ?? (await readHall(layout_id));
  return hall && drawPlan(hall, seats);
}

async function readHall(layout_id: LayoutId): Promise<Hall | null> {
  const layout = await getApi()
    .venue.layout.query({ layout_id })
    .catch(() => null);
  if (layout === null) return null;
  const hall = openHall(layout);
  halls.set(layout_id, hall);
  return hall;
}
