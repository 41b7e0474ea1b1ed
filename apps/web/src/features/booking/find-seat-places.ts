import "server-only";
import type { Layout } from "@evently/core/venue/layout";
import { LRUCache } from "lru-cache";
import { getApi } from "~/trpc/server";
import { findPlaces, type SeatPlace } from "./seat-place";

/** Layouts never change and are the same for everyone, so a process fetches each once. */
const layouts = new LRUCache<string, Promise<Layout>>({ max: 16 });

/** Where these seats are. Without the layout their ids must do: a ticket is shown even if it can't be fetched. */
export async function findSeatPlaces(layout_id: string, seats: readonly string[]): Promise<SeatPlace[]> {
  const pending = layouts.get(layout_id) ?? getApi().venue.layout.query({ layout_id });
  layouts.set(layout_id, pending);
  const layout = await pending.catch(() => {
    layouts.delete(layout_id);
    return null;
  });
  return findPlaces(seats, layout);
}
